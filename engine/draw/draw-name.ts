/** Names a draw as people count draws: from 1, as in the workbook and in files of draws. Shape: indices count from 0. */
export function drawName(index: number): string {
  return `draw ${index + 1}`;
}
