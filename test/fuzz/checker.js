// Runs in a process of its own, on the built program: it may be aborted or hang without taking the tests along.
import { readStudyFolder } from '../../build/cli/read-study.js';
import { checkStudy } from '../../build/engine/check.js';
import { runTests } from '../../build/engine/model-test/run-tests.js';
import { readDocument } from '../../build/engine/source/read-document.js';
import { readJson } from '../../build/engine/source/read-json.js';
import { readTable } from '../../build/engine/source/read-table.js';

const studies = new Map();

/** Reads one file alone, without the study that it belongs to. */
function readAlone(file, bytes) {
  if (file.endsWith('.csv')) return readTable(file, bytes).problems;
  return (file.endsWith('.json') ? readJson : readDocument)(file, bytes).problems;
}

function check({ study, file, bytes, depth }) {
  if (depth === 'file') return readAlone(file, bytes);
  if (!studies.has(study)) studies.set(study, readStudyFolder(study));
  const files = new Map(studies.get(study)).set(file, bytes);
  const { problems, ready } = checkStudy(files, null, depth === 'all' ? 'all' : 'run');
  return ready === null || depth !== 'all'
    ? problems
    : [...problems, ...runTests(ready.study).flatMap((one) => one.problems)];
}

process.on('message', (mutant) => {
  try {
    process.send({ problems: check(mutant) });
  } catch (thrown) {
    process.send({ thrown: String(thrown?.stack ?? thrown) });
  }
});
