/**
 * The version of the numeric contract. It rises whenever the same files and seed may give other
 * bits: another exp, log, power or rounding; another order of operations in a formula or a fold;
 * another quantile function, generator, stream key, counter or sampling scheme; another reduction
 * of draws to statistics. A release that leaves it alone promises the results of the one before.
 */
export const numericsVersion = '1';
