import fc from 'fast-check';

// A change is tried once for each; what thirty cases do not notice counts as not noticed. The same thirty every time.
fc.configureGlobal({ numRuns: 30, seed: 1 });
