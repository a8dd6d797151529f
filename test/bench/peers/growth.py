"""The growth model as a plain function that is called once for each draw, as EMAworkbench calls a model."""
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


values = array.array("d")
with open(sys.argv[1], "rb") as file:
    values.frombytes(file.read())
names = ["birth_rate", "capital_share", "dirtiness", "saving"]
draws = len(values) // 4
experiments = [dict(zip(names, values[draw * 4 : draw * 4 + 4])) for draw in range(draws)]

for line in sys.stdin:
    word, argument = line.split()
    if word == "run":
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(int(argument)):
            outcomes = [growth(**experiment) for experiment in experiments]
        print(time.perf_counter() - wall, time.process_time() - processor, flush=True)
    else:
        outcomes = [growth(**experiment) for experiment in experiments]
        with open(argument, "wb") as file:
            for name in ["population", "capital", "pollution"]:
                array.array("d", [outcome[name] for outcome in outcomes]).tofile(file)
        print("written", flush=True)
