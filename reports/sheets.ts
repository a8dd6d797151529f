import type { Results } from '../engine/index.ts';
import { placesOf } from './lay-out.ts';
import type { Sheet } from './sheet.ts';
import { assumptionNames, assumptionsSheet } from './sheets/assumptions.ts';
import { comparisonSheet } from './sheets/comparison.ts';
import { contentsSheet } from './sheets/contents.ts';
import { correlationsSheet } from './sheets/correlations.ts';
import { distributionsSheet } from './sheets/distributions.ts';
import { driversSheet } from './sheets/drivers.ts';
import { equationsSheet } from './sheets/equations.ts';
import { histogramsSheet } from './sheets/histograms.ts';
import { leversSheet } from './sheets/levers.ts';
import { measuresSheet } from './sheets/measures.ts';
import { provenanceSheet } from './sheets/provenance.ts';
import { scenariosSheet } from './sheets/scenarios.ts';
import { sourcesSheet } from './sheets/sources.ts';
import { summarySheet } from './sheets/summary.ts';
import { bandsSheet, trajectoriesSheet } from './sheets/trajectories.ts';
import { validationSheet } from './sheets/validation.ts';

/** Makes every sheet of the report in its order: answers, then detail, then inputs, then the record. */
export function sheetsOf(results: Results): Sheet[] {
  const { sources: listed } = results.study;
  const sources = sourcesSheet(results);
  const sourcePlaces = placesOf(
    sources,
    listed.map((source) => source.id),
  );
  const assumptions = assumptionsSheet(results, sourcePlaces);
  const assumptionPlaces = placesOf(assumptions, assumptionNames(results));
  const sheets = [
    summarySheet(results),
    comparisonSheet(results),
    validationSheet(results, sourcePlaces),
    trajectoriesSheet(results),
    bandsSheet(results),
    distributionsSheet(results),
    histogramsSheet(results),
    driversSheet(results, assumptionPlaces),
    correlationsSheet(results, assumptionPlaces),
    scenariosSheet(results),
    leversSheet(results),
    measuresSheet(results),
    assumptions,
    equationsSheet(results),
    sources,
    provenanceSheet(results),
  ];
  return [contentsSheet(results, sheets), ...sheets];
}
