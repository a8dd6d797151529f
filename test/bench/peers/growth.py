"""The growth model as a plain function that is called once for each draw: growth.py list|sample FILE.

list: the draws are a list of dicts of Python's own numbers, and what comes out is a list.
sample: as EMAworkbench goes about it. The draws are a matrix of NumPy; each row is made a dict by name, joined with levers and
constants (none here), and handed over by keyword; each outcome is taken out by name and put into an array of its own.
"""
import array
import sys
import time


def growth(birth_rate, capital_share, dirtiness, saving):
    population, capital, pollution = 1.0, 2.0, 0.5
    for _ in range(60):
        output = population * (capital / population) ** capital_share
        affluence = output / population
        births = birth_rate * population / (1 + 0.1 * affluence)
        deaths = 0.02 * population * (1 + 0.1 * pollution)
        investment = saving * output / (1 + 0.05 * pollution)
        wear = 0.05 * capital
        emissions = dirtiness * output
        decay = pollution / 20
        population += births - deaths
        capital += investment - wear
        pollution += emissions - decay
    return {"population": population, "capital": capital, "pollution": pollution}


NAMES = ["birth_rate", "capital_share", "dirtiness", "saving"]
OUTCOMES = ["population", "capital", "pollution"]

values = array.array("d")
with open(sys.argv[2], "rb") as file:
    values.frombytes(file.read())
draws = len(values) // len(NAMES)

if sys.argv[1] == "list":
    experiments = [dict(zip(NAMES, values[draw * 4 : draw * 4 + 4])) for draw in range(draws)]
else:
    import numpy

    sample = numpy.array(values).reshape(draws, len(NAMES))


def run_list():
    outcomes = [growth(**experiment) for experiment in experiments]
    return {name: [outcome[name] for outcome in outcomes] for name in OUTCOMES}


def run_sample():
    policy, constants = {}, {}
    results = {name: numpy.full(draws, numpy.nan) for name in OUTCOMES}
    for draw, row in enumerate(sample):
        scenario = dict(zip(NAMES, row))
        output = growth(**{**scenario, **policy, **constants})
        for name in OUTCOMES:
            results[name][draw] = output[name]
    return results


run = run_list if sys.argv[1] == "list" else run_sample

for line in sys.stdin:
    word, argument = line.split()
    if word == "run":
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(int(argument)):
            run()
        print(time.perf_counter() - wall, time.process_time() - processor, flush=True)
    else:
        results = run()
        with open(argument, "wb") as file:
            for name in OUTCOMES:
                array.array("d", results[name]).tofile(file)
        print("written", flush=True)
