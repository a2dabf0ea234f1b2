import { describe, expect, it, vi } from 'vitest';
import { packContainer } from '../../../lib/language/container.ts';
import { MODEL_FILES } from '../../../lib/language/model-files.ts';
import { ModelLoader, type ModelState } from '../../../lib/language/model-loader.ts';
import type { Language } from '../../../lib/language/types.ts';

const LANGUAGE = { corrections: () => [] } as unknown as Language;
const file = () => packContainer('sample', 1, {}, { bytes: Uint8Array.of(1, 2, 3) }).buffer as ArrayBuffer;
const damagedFile = () => {
  const buffer = file();
  new Uint8Array(buffer)[buffer.byteLength - 8]! ^= 1;
  return buffer;
};

/** A loader whose files are read by `read`, and a clock that is turned by hand. */
function loaderThat(read: (name: string) => Promise<ArrayBuffer>, open = vi.fn(() => LANGUAGE)) {
  const states: ModelState[] = [];
  const errors: unknown[] = [];
  let waiting: { task: () => void; milliseconds: number } | undefined;
  const loader = new ModelLoader({
    read: vi.fn(read),
    open,
    changed: (state, error) => {
      states.push(state);
      if (error) errors.push(error);
    },
    later: (task, milliseconds) => {
      if (milliseconds === 0) task();
      else waiting = { task, milliseconds };
    },
  });
  /** Waits until the attempt under way has come to an end. */
  const settled = () => vi.waitFor(() => expect(loader.state.status).not.toBe('loading'), { interval: 1 });
  /** Lets the time pass until the next attempt, and its end. Returns the milliseconds that passed; undefined if none is to come. */
  const nextAttempt = async () => {
    const next = waiting;
    waiting = undefined;
    next?.task();
    await settled();
    return next?.milliseconds;
  };
  return { loader, states, errors, settled, nextAttempt, open };
}

it('is idle until it is asked for, then loading, then ready', async () => {
  const { loader, states, settled, open } = loaderThat(async () => file());
  expect(loader.state).toEqual({ status: 'idle' });
  loader.start();
  expect(loader.state).toEqual({ status: 'loading' });
  expect(loader.language).toBeUndefined();
  await settled();
  expect(loader.language).toBe(LANGUAGE);
  expect(states.map(({ status }) => status)).toEqual(['loading', 'ready']);
  expect(Object.keys((open.mock.calls as unknown as [object][])[0]![0])).toEqual(Object.keys(MODEL_FILES));
});

it('loads once, however often it is asked', async () => {
  const { loader, states, settled } = loaderThat(async () => file());
  loader.start();
  loader.start();
  await settled();
  loader.start();
  expect(states).toHaveLength(2);
});

describe('a failure', () => {
  it('of reading is told and tried again', async () => {
    let isThere = false;
    const { loader, errors, settled, nextAttempt } = loaderThat(async (name) => {
      if (!isThere) throw new Error(`no ${name}`);
      return file();
    });
    loader.start();
    await settled();
    expect(loader.state).toEqual({ status: 'failed', reason: 'unreadable', retries: true });
    expect(String(errors[0])).toContain('no characters.bin');
    loader.start();
    expect(loader.state.status).toBe('failed');
    isThere = true;
    await nextAttempt();
    expect(loader.state).toEqual({ status: 'ready' });
    expect(loader.language).toBe(LANGUAGE);
  });

  it('of a checksum is damage, and the damaged file is not opened', async () => {
    const { loader, errors, settled, open } = loaderThat(async (name) =>
      name === MODEL_FILES.judge ? damagedFile() : file(),
    );
    loader.start();
    await settled();
    expect(loader.state).toEqual({ status: 'failed', reason: 'damaged', retries: true });
    expect(String(errors[0])).toContain('judge');
    expect(open).not.toHaveBeenCalled();
    expect(loader.language).toBeUndefined();
  });

  it('of files that do not fit together is damage', async () => {
    const open = vi.fn((): Language => {
      throw new Error('trained with another');
    });
    const { loader, settled } = loaderThat(async () => file(), open);
    loader.start();
    await settled();
    expect(loader.state).toMatchObject({ status: 'failed', reason: 'damaged' });
  });

  it('that does not pass is tried again at growing intervals, and then no more', async () => {
    const { loader, settled, nextAttempt } = loaderThat(() => Promise.reject(new Error('none')));
    loader.start();
    await settled();
    const waits: (number | undefined)[] = [];
    while (waits.length < 10 && loader.state.status === 'failed' && loader.state.retries)
      waits.push(await nextAttempt());
    expect(waits).toEqual([1000, 5000, 30_000, 120_000]);
    expect(loader.state).toEqual({ status: 'failed', reason: 'unreadable', retries: false });
    expect(await nextAttempt()).toBeUndefined();
  });
});
