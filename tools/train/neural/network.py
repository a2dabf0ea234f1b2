"""What the programs of this folder share: records of windows of text, the network that reads them, how it is trained, and the
file that the extension reads (lib/language/container.ts, lib/language/choice-network.ts)."""
import json, struct, sys, time
import numpy as np, torch
from torch import nn
from torch.nn import functional as F

REACH, TAPS, VIEWS = 14, 3, 5
ASKED, OTHER, FIRST = 0, 1, 2
RECORD = np.dtype([('units', '<u2', (2 * REACH,)), ('outcome', 'u1'), ('source', 'u1'), ('held', 'u1'), ('weight', 'u1')])
EMBEDDED, HIDDEN = 48, 128
CHARACTERS, LEAST_COUNT, BATCH = 4500, 20, 512
CARELESS = 0.1      # share of the 地 and 得 around a place that are written 的, as careless writers do


def say(*words):
    print(*words, file=sys.stderr, flush=True)


class Reader(nn.Module):
    """lib/language/choice-network.ts describes it."""

    def __init__(self, vocabulary, outcomes, width):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, EMBEDDED)
        self.first = nn.Conv1d(EMBEDDED, width, TAPS, padding=1)
        self.second = nn.Conv1d(width, width, TAPS, padding=1)
        self.third = nn.Conv1d(width, width, TAPS, padding=2, dilation=2)
        self.hidden = nn.Conv1d(VIEWS * width, HIDDEN, 1)
        self.outcome = nn.Conv1d(HIDDEN, outcomes, 1)
        self.drop = nn.Dropout(0.1)

    def forward(self, window):
        h = F.relu(self.first(self.drop(self.embedding(window).transpose(1, 2))))
        h = h + F.relu(self.second(h))
        h = h + F.relu(self.third(h))
        views = [h[:, :, REACH], h[:, :, REACH - 1], h[:, :, REACH + 1], h[:, :, :REACH].amax(2), h[:, :, REACH + 1:].amax(2)]
        return self.outcome(self.drop(F.relu(self.hidden(torch.cat(views, 1).unsqueeze(2))))).squeeze(2)

    def arrays(self):
        """The weights as lib/language/choice-network.ts reads them."""
        arrays = quantised('embedding', self.embedding.weight)
        for name in ('first', 'second', 'third'):
            layer = getattr(self, name)
            arrays |= quantised(name, layer.weight.permute(2, 1, 0))
            arrays[f'{name}.bias'] = layer.bias.detach().numpy()
        for name in ('hidden', 'outcome'):
            layer = getattr(self, name)
            arrays |= quantised(name, layer.weight[:, :, 0].T)
            arrays[f'{name}.bias'] = layer.bias.detach().numpy()
        return arrays


def read_records(path):
    """Those to learn from, and those of lines that are held out."""
    records = np.fromfile(path, dtype=RECORD)
    return records[records['held'] == 0], records[records['held'] == 1]


def vocabulary_of(records):
    """The commonest characters, and each UTF-16 unit's number among them."""
    counts = np.bincount(records['units'].ravel(), minlength=65536)
    characters = [int(code) for code in np.argsort(-counts, kind='stable')[:CHARACTERS] if counts[code] >= LEAST_COUNT]
    vocabulary = np.full(65536, OTHER, dtype=np.int64)
    vocabulary[characters] = np.arange(len(characters)) + FIRST
    return characters, vocabulary


def windows(units, vocabulary):
    ids = vocabulary[units]
    return np.concatenate([ids[:, :REACH][:, ::-1], np.full((len(ids), 1), ASKED), ids[:, REACH:]], 1).astype(np.int16)


def tensor(rows):
    return torch.from_numpy(rows.astype(np.int64))


def answers(net, rows):
    net.eval()
    with torch.no_grad():
        parts = []
        for i in range(0, len(rows), 4096):
            with torch.autocast('cpu', dtype=torch.bfloat16):
                scores = net(tensor(rows[i:i + 4096]))
            parts.append(scores.float().numpy())
    net.train()
    return np.concatenate(parts)


def train(net, rows, targets, weights, epochs, loss_of, vocabulary, each=lambda step: None):
    steps = int(epochs * len(rows) / BATCH)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, total_steps=steps + 1, pct_start=0.1)
    random = np.random.default_rng(3)
    attribute, *others = [vocabulary[ord(particle)] for particle in '的地得']
    order, at, mean, began = random.permutation(len(rows)), 0, 0.0, time.time()
    for step in range(steps):
        if at + BATCH > len(rows):
            order, at = random.permutation(len(rows)), 0
        chosen = order[at:at + BATCH]
        at += BATCH
        window = rows[chosen]
        careless = np.isin(window, others) & (random.random(window.shape) < CARELESS)
        window = np.where(careless, attribute, window)
        with torch.autocast('cpu', dtype=torch.bfloat16):
            scores = net(tensor(window))
        loss = (loss_of(scores.float(), torch.from_numpy(targets[chosen])) * torch.from_numpy(weights[chosen])).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        mean += 0.01 * (loss.item() - mean)
        if step % 1000 == 999:
            say(f'  {step + 1} of {steps}, loss {mean:.4f}, {time.time() - began:.0f} s')
            each(step)


def quantised(name, value):
    """One byte a weight, and the step from one value to the next."""
    value = value.detach().contiguous().numpy().astype(np.float32)
    step = np.quantile(np.abs(value), 0.9999) / 127
    return {name: np.clip(np.round(value / step) + 128, 0, 255).astype(np.uint8).ravel(), f'{name}.step': np.array([step], np.float32)}


def pack(kind, version, provenance, arrays):
    """The container of lib/language/container.ts."""
    align = lambda length: (length + 7) & ~7
    names = {np.dtype('u1'): 'u8', np.dtype('<u2'): 'u16', np.dtype('<f4'): 'f32'}
    sections, end = [], 0
    for name, array in arrays.items():
        sections.append(dict(name=name, type=names[array.dtype], offset=end, length=int(array.size)))
        end = align(end + array.nbytes)
    header = json.dumps(dict(kind=kind, version=version, provenance=provenance, sections=sections)).encode()
    start = align(16 + len(header))
    body = bytearray(end)
    for section in sections:
        data = arrays[section['name']].tobytes()
        body[section['offset']:section['offset'] + len(data)] = data
    checksum = 0x811c9dc5
    for byte in body:
        checksum = ((checksum ^ byte) * 0x01000193) & 0xffffffff
    preamble = b'QYM1' + struct.pack('<III', start - 16, checksum, start + end)
    return preamble + header.ljust(start - 16) + bytes(body)


def write(path, provenance, arrays):
    with open(path, 'wb') as file:
        file.write(pack('choice-network', 1, provenance, arrays))
