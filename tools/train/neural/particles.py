#!/usr/bin/env python3
"""Trains the networks of 的, 地 and 得 (lib/language/particles.ts) and writes particles.bin.

usage: particles.py RECORDS OUT [--epochs N] [--width N]

RECORDS is made by `npm run train -- --corpus DIR --particles RECORDS`. Scores on lines that were held out go to standard error:
at so many false alarms in a thousand right 的, the share of 地 and 得 that would be found were 的 written for them, and
the other way round.

A first, shorter training finds the mistakes of the corpus itself: 的 where the network is sure of another particle.
They are left out of the second. A smaller network, which sees only what is next to the place, then learns where the larger
one has no doubt that 的 is right.
"""
import argparse
import numpy as np, torch
from torch import nn
from torch.nn import functional as F
from network import FIRST, REACH, Reader, answers, quantised, read_records, say, train, vocabulary_of, windows, write

NEAR, NEAR_EMBEDDED, NEAR_HIDDEN = 5, 24, 48
OUTCOMES, MOST_WEIGHT = 4, 8
MISTAKEN = 0.25     # probability of 的 below which a 的 of the corpus is taken for a mistake
DOUBTFUL = 0.6     # probability of 的 below which the larger network must be asked…
PASSED = 0.985      # …for so large a share of the places


class Near(nn.Module):
    """Sees the NEAR characters on either side only; its one answer is the log-odds of 的."""

    def __init__(self, vocabulary):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, NEAR_EMBEDDED)
        self.hidden = nn.Linear(2 * NEAR * NEAR_EMBEDDED, NEAR_HIDDEN)
        self.plain = nn.Linear(NEAR_HIDDEN, 1)

    def forward(self, window):
        near = torch.cat([window[:, REACH - NEAR:REACH].flip(1), window[:, REACH + 1:REACH + 1 + NEAR]], 1)
        return self.plain(F.relu(self.hidden(self.embedding(near).flatten(1)))).squeeze(1)

    def arrays(self, least):
        return {
            **quantised('near.embedding', self.embedding.weight),
            **quantised('near.hidden', self.hidden.weight.T),
            'near.hidden.bias': self.hidden.bias.detach().numpy(),
            **quantised('near.plain', torch.cat([self.plain.weight[0], self.plain.bias])),
            'near.least': np.array([least], np.float32),
        }


def report(scores, outcomes, name):
    over = lambda gain, right, wrong, rate: (gain[wrong] > np.quantile(gain[right], 1 - rate)).mean()
    adverbial, complement = scores[:, 1] - scores[:, 0], scores[:, 2] - scores[:, 0]
    attribute = scores[:, 0] - np.maximum(scores[:, 1], scores[:, 3])
    de, di, dei = outcomes == 0, outcomes == 1, outcomes == 2
    parts = [f'{1000 * r:g}‰: 地 {over(adverbial, de, di, r):.3f} 得 {over(complement, de, dei, r):.3f}' for r in (1e-3, 3e-3, 1e-2)]
    say(f'  {name}  ' + '  '.join(parts) + f'  的 at 10‰ of 地: {over(attribute, di, de, 1e-2):.3f}')


def share_of_first(scores):
    return 1 / np.exp(scores - scores[:, :1]).sum(1)


def train_near(net, rows, is_attribute, weights, vocabulary, size):
    """@returns the smaller network, and the log-odds of 的 from which it needs no second opinion"""
    shares = share_of_first(answers(net, rows)).astype(np.float32)
    near = Near(size)
    likeness = lambda score, share: F.binary_cross_entropy_with_logits(score, share, reduction='none')
    train(near, rows, shares, weights, 8, likeness, vocabulary)
    log_odds = answers(near, rows[is_attribute])
    doubtful = shares[is_attribute] < DOUBTFUL
    least = float(np.quantile(log_odds[doubtful], PASSED))
    say(f'the smaller network leaves {100 * (log_odds <= least).mean():.1f}% of the 的 to the larger')
    return near, least


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('records')
    options.add_argument('out')
    options.add_argument('--epochs', type=float, default=5)
    options.add_argument('--width', type=int, default=64)
    arguments = options.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(1)

    records, held = read_records(arguments.records)
    held = held[held['outcome'] != 3]
    characters, vocabulary = vocabulary_of(records)
    size = len(characters) + FIRST
    rows, held_rows = windows(records['units'], vocabulary), windows(held['units'], vocabulary)
    outcomes, weights = records['outcome'].astype(np.int64), np.minimum(records['weight'], MOST_WEIGHT).astype(np.float32)
    say(f'{len(records)} records, {len(characters)} characters, by outcome {np.bincount(outcomes)}')
    cross_entropy = lambda scores, right: F.cross_entropy(scores, right, reduction='none')

    first = Reader(size, OUTCOMES, arguments.width)
    train(first, rows, outcomes, weights, 1.5, cross_entropy, vocabulary)
    report(answers(first, held_rows), held['outcome'], 'first')
    sound = (outcomes != 0) | (share_of_first(answers(first, rows)) >= MISTAKEN)
    say(f'{(~sound).sum()} left out as mistakes')
    rows, outcomes, weights = rows[sound], outcomes[sound], weights[sound]

    net = Reader(size, OUTCOMES, arguments.width)
    each = lambda step: report(answers(net, held_rows), held['outcome'], 'second') if step % 4000 == 3999 else None
    train(net, rows, outcomes, weights, arguments.epochs, cross_entropy, vocabulary, each)
    report(answers(net, held_rows), held['outcome'], 'second')
    near, least = train_near(net, rows, outcomes == 0, weights, vocabulary, size)
    write(
        arguments.out,
        dict(examples=len(rows), epochs=arguments.epochs, width=arguments.width),
        dict(characters=np.array(characters, np.uint16), **net.arrays(), **near.arrays(least)),
    )


main()
