"""Runs a generated model (model.py, in the folder that is given) on the inputs of a task, and answers line by line."""
import sys
import time

import numpy

DRAWN, STEPS, STEPPED = (int(text) for text in sys.argv[2:5])
sys.path.insert(0, sys.argv[1])
from model import model  # noqa: E402

numbers = numpy.fromfile(sys.argv[5])
arrays, at = [], 1
for _ in range(int(numbers[0])):
    length = int(numbers[at])
    arrays.append(numbers[at + 1 : at + 1 + length].copy())
    at += 1 + length
indices = [int(index) for index in numbers[at:]]
constants = arrays[indices[0]].tolist()
stepped = arrays[indices[1]].reshape(STEPS, STEPPED).tolist()
drawn = [arrays[index] for index in indices[2 : 2 + DRAWN]]
draws = len(drawn[0])


def run():
    return model(constants, stepped, drawn, draws)


for line in sys.stdin:
    word, argument = line.split()
    if word == "run":
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(int(argument)):
            run()
        print(time.perf_counter() - wall, time.process_time() - processor, flush=True)
    else:
        answers, kept = run()
        with open(argument, "wb") as file:
            for column in answers + kept:
                column.tofile(file)
        print("written", flush=True)
