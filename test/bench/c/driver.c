/* Runs a generated model (model.h) over blocks of draws as engine/simulation/block.ts does, and answers line by line. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BLOCK = 256 };
enum where { COLUMN, STEPPED_NUMBER, CONSTANT, LITERAL };
enum aggregate { AT, DISCOUNTED };

struct place { enum where where; int index; double literal; };
struct ring { int column, depth, past_count; const int *lags, *past_columns; int starts; const double *by_lag; };
struct aggregation { enum aggregate kind; int series; struct place argument; };

static inline int same(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }
static inline double smaller(double a, double b) { return a < b ? a : b; }
static inline double larger(double a, double b) { return a > b ? a : b; }
static inline double logistic(double x) { return 1 / (1 + exp(-x)); }
static inline double exp_log(double x, double y) { return exp(y * log(x)); }

static inline double whole_power(double x, const int exponent) {
  int n = exponent < 0 ? -exponent : exponent, bit = 1;
  if (n == 0) return 1;
  while (bit <= n / 2) bit *= 2;
  double result = x;
  for (bit /= 2; bit > 0; bit /= 2) {
    result *= result;
    if (n & bit) result *= x;
  }
  return exponent < 0 ? 1 / result : result;
}

static inline double area(double u, double span) {
  return u <= 0 ? 0 : u < span ? u * u / (2 * span) : u - span / 2;
}

static inline double ramp(double start, double end, double date, double span) {
  if (end <= date) return 0;
  if (start >= date + span) return 1;
  return (area(end - date, span) - area(start - date, span)) / (end - start);
}

/* Gaussian elimination with partial pivoting, as engine/arithmetic/eliminate.ts has it. */
static inline void eliminate(double *m, const int n) {
  const int width = n + 1;
  for (int column = 0; column < n; column++) {
    int pivot = column;
    for (int row = column + 1; row < n; row++)
      if (fabs(m[row * width + column]) > fabs(m[pivot * width + column])) pivot = row;
    if (pivot != column)
      for (int at = 0; at < width; at++) {
        const double kept = m[pivot * width + at];
        m[pivot * width + at] = m[column * width + at];
        m[column * width + at] = kept;
      }
    for (int row = column + 1; row < n; row++) {
      const double factor = m[row * width + column] / m[column * width + column];
      if (factor == 0) continue;
      for (int at = column + 1; at < width; at++) m[row * width + at] -= factor * m[column * width + at];
    }
  }
  for (int row = n - 1; row >= 0; row--) {
    double sum = m[row * width + n];
    for (int at = row + 1; at < n; at++) sum -= m[row * width + at] * m[at * width + n];
    m[row * width + n] = sum / m[row * width + row];
  }
}

#include "model.h"

struct run { double *constants, *stepped, *drawn[DRAWN_COUNT + 1], *paths[DRAWN_COUNT + 1], *shocks[SHOCK_COUNT + 1]; };

static struct run runs[RUN_COUNT];
static double *answers[RUN_COUNT][ANSWER_COUNT + 1], *kept[RUN_COUNT][KEPT_COUNT + 1];
static double *columns[COLUMN_COUNT + 1], **rings[RING_COUNT + 1], *series[SERIES_COUNT + 1], *aggregates[AGGREGATE_COUNT + 1];
static double flaws[BLOCK];

static double *doubles(size_t count) { return calloc(count + 1, sizeof(double)); }

static void make_space(void) {
  for (int at = 0; at < COLUMN_COUNT; at++) columns[at] = doubles(BLOCK);
  for (int at = 0; at < RING_COUNT; at++) {
    rings[at] = calloc(RINGS[at].depth, sizeof(double *));
    for (int row = 0; row < RINGS[at].depth; row++) rings[at][row] = doubles(BLOCK);
  }
  for (int at = 0; at < SERIES_COUNT; at++) series[at] = doubles(STEPS * BLOCK);
  for (int at = 0; at < AGGREGATE_COUNT; at++) aggregates[at] = doubles(BLOCK);
  for (int run = 0; run < RUN_COUNT; run++) {
    for (int at = 0; at < ANSWER_COUNT; at++) answers[run][at] = doubles(DRAWS);
    for (int at = 0; at < KEPT_COUNT; at++) kept[run][at] = doubles((size_t)STEPS * DRAWS);
  }
}

static double number_at(struct place place, const struct run *run, int step, int i) {
  switch (place.where) {
    case COLUMN: return columns[place.index][i];
    case STEPPED_NUMBER: return run->stepped[step * STEPPED_COUNT + place.index];
    case CONSTANT: return run->constants[place.index];
    default: return place.literal;
  }
}

static void fill(double *target, double value, int count) {
  for (int i = 0; i < count; i++) target[i] = value;
}

static void fill_past(void) {
  for (int at = 0; at < RING_COUNT; at++) {
    const struct ring *ring = &RINGS[at];
    for (int lag = 1; lag < ring->depth; lag++) {
      double *target = rings[at][ring->depth - lag];
      if (ring->starts < 0) fill(target, ring->by_lag[lag - 1], BLOCK);
      else memcpy(target, columns[ring->starts], BLOCK * sizeof(double));
    }
  }
}

static void turn_rings(int step) {
  for (int at = 0; at < RING_COUNT; at++) {
    const struct ring *ring = &RINGS[at];
    columns[ring->column] = rings[at][step % ring->depth];
    for (int past = 0; past < ring->past_count; past++)
      columns[ring->past_columns[past]] = rings[at][(step - ring->lags[past] + ring->depth) % ring->depth];
  }
}

static void keep(struct place place, const struct run *run, int step, double *target, int count) {
  if (place.where == COLUMN) memcpy(target, columns[place.index], count * sizeof(double));
  else fill(target, number_at(place, run, step, 0), count);
}

static void run_steps(int index, long from, int count) {
  const struct run *run = &runs[index];
  for (int step = 0; step < STEPS; step++) {
    for (int at = 0; at < SHOCK_COUNT; at++)
      memcpy(columns[SHOCKS[at]], run->shocks[at] + (size_t)step * DRAWS + from, count * sizeof(double));
    for (int at = 0; at < DRAWN_COUNT; at++)
      if (run->paths[at] != NULL) fill(columns[DRAWN[at]], run->paths[at][step], BLOCK);
    turn_rings(step);
    for (int at = 0; at < STEP_FUNCTION_COUNT; at++)
      STEP_FUNCTIONS[at](columns, run->constants, run->stepped + (size_t)step * STEPPED_COUNT, flaws, count);
    for (int at = 0; at < SERIES_COUNT; at++) keep(SERIES[at], run, step, series[at] + step * BLOCK, count);
    for (int at = 0; at < KEPT_COUNT; at++) keep(KEPT[at], run, step, kept[index][at] + (size_t)step * DRAWS + from, count);
  }
}

static double fold(enum aggregate kind, const double *values, double argument) {
  if (kind == AT) return values[(int)argument * BLOCK];
  double sum = 0;
  for (int step = 0; step < STEPS; step++)
    sum += values[step * BLOCK] * STEP_MONTHS / exp_log(1 + argument, (step + 0.5) * STEP_MONTHS / 12);
  return sum;
}

static void run_block(int index, long from) {
  const struct run *run = &runs[index];
  const int count = DRAWS - from < BLOCK ? (int)(DRAWS - from) : BLOCK;
  for (int at = 0; at < DRAWN_COUNT; at++)
    if (run->paths[at] == NULL) memcpy(columns[DRAWN[at]], run->drawn[at] + from, count * sizeof(double));
  fill(flaws, 0, BLOCK);
  for (int at = 0; at < START_FUNCTION_COUNT; at++)
    START_FUNCTIONS[at](columns, run->constants, run->stepped, flaws, count);
  fill_past();
  run_steps(index, from, count);
  for (int at = 0; at < AGGREGATE_COUNT; at++)
    for (int i = 0; i < count; i++)
      aggregates[at][i] = fold(AGGREGATES[at].kind, series[AGGREGATES[at].series] + i,
                               number_at(AGGREGATES[at].argument, run, 0, i));
  double *targets[ANSWER_COUNT + 1];
  for (int at = 0; at < ANSWER_COUNT; at++) targets[at] = answers[index][at] + from;
  answer_all(aggregates, columns, run->constants, targets, flaws, count);
}

static void run_all(void) {
  for (int run = 0; run < RUN_COUNT; run++)
    for (long from = 0; from < DRAWS; from += BLOCK) run_block(run, from);
}

static void read_task(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) exit(1);
  fseek(file, 0, SEEK_END);
  const long size = ftell(file);
  rewind(file);
  double *all = malloc(size);
  if (fread(all, 1, size, file) != (size_t)size) exit(1);
  fclose(file);
  const int count = (int)*all++;
  double **arrays = calloc(count, sizeof(double *));
  for (int at = 0; at < count; at++) {
    const long length = (long)*all++;
    arrays[at] = all;
    all += length;
  }
  for (int at = 0; at < RUN_COUNT; at++) {
    struct run *run = &runs[at];
    run->constants = arrays[(int)*all++];
    run->stepped = arrays[(int)*all++];
    for (int drawn = 0; drawn < DRAWN_COUNT; drawn++) run->drawn[drawn] = arrays[(int)*all++];
    for (int drawn = 0; drawn < DRAWN_COUNT; drawn++, all++) run->paths[drawn] = *all < 0 ? NULL : arrays[(int)*all];
    for (int shock = 0; shock < SHOCK_COUNT; shock++) run->shocks[shock] = arrays[(int)*all++];
  }
}

static void write_results(const char *path) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) exit(1);
  for (int run = 0; run < RUN_COUNT; run++) {
    for (int at = 0; at < ANSWER_COUNT; at++) fwrite(answers[run][at], sizeof(double), DRAWS, file);
    for (int at = 0; at < KEPT_COUNT; at++) fwrite(kept[run][at], sizeof(double), (size_t)STEPS * DRAWS, file);
  }
  fclose(file);
}

static double seconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  char line[4096];
  if (count < 2) return 1;
  read_task(arguments[1]);
  make_space();
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = 0;
    if (strncmp(line, "run ", 4) == 0) {
      const double wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
      for (int times = atoi(line + 4); times > 0; times--) run_all();
      printf("%.9f %.9f\n", seconds(CLOCK_MONOTONIC) - wall, seconds(CLOCK_PROCESS_CPUTIME_ID) - processor);
    } else if (strncmp(line, "write ", 6) == 0) {
      run_all();
      write_results(line + 6);
      puts("written");
    }
    fflush(stdout);
  }
  return 0;
}
