// Owns what may go wrong between the engine and its ports: late, lost before or after the effect, never, our own death.
// Must not decide which of these happens when: the hook does.

/** How one call goes. `death-…`: the engine's process dies before or after the call takes effect. */
export type Fate =
  | { readonly kind: 'well' }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'lost-before'; readonly error: Error }
  | { readonly kind: 'lost-after'; readonly error: Error }
  | { readonly kind: 'never' }
  | { readonly kind: 'death-before' }
  | { readonly kind: 'death-after' };

/** The engine's process is gone; nothing that its code still does has an effect. */
export class Death extends Error {
  constructor() {
    super('the process of the engine died here (simulated)');
    this.name = 'Death';
  }
}

/** One life of an engine: its calls go through until it dies. */
export class Life {
  readonly #decide: (call: string) => Fate;
  readonly #sleep: (ms: number) => Promise<void>;
  #isOver = false;
  #onDeath: () => void = () => undefined;
  /** Resolves when the process dies. */
  readonly death: Promise<'dead'>;

  constructor(decide: (call: string) => Fate, sleep: (ms: number) => Promise<void>) {
    this.#decide = decide;
    this.#sleep = sleep;
    this.death = new Promise((resolve) => {
      this.#onDeath = () => resolve('dead');
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  die(): void {
    this.#isOver = true;
    this.#onDeath();
  }

  /** Nobody wakes up after the end. */
  async sleepWhileAlive(sleep: Promise<void>): Promise<void> {
    await sleep;
    if (this.#isOver) throw new Death();
  }

  async call<T>(name: string, effect: () => Promise<T>): Promise<T> {
    if (this.#isOver) throw new Death();
    const fate = this.#decide(name);
    switch (fate.kind) {
      case 'well':
        break;
      case 'late':
        await this.#sleep(fate.ms);
        if (this.#isOver) throw new Death();
        break;
      case 'lost-before':
        throw fate.error;
      case 'lost-after': {
        await effect().catch(() => undefined);
        throw fate.error;
      }
      case 'never':
        return await new Promise<never>(() => undefined);
      case 'death-before':
        this.die();
        throw new Death();
      case 'death-after':
        // The effect begins on the host or in etcd; nobody is left to wait for it.
        effect().catch(() => undefined);
        this.die();
        throw new Death();
    }
    const result = await effect();
    if (this.#isOver) throw new Death();
    return result;
  }

  /** The same port, with every asynchronous method named `prefix.method` going through this life. */
  wrap<T extends object>(prefix: string, port: T, direct: readonly string[] = []): T {
    return new Proxy(port, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function' || typeof key !== 'string') return value;
        if (direct.includes(key)) return value.bind(target);
        return (...args: unknown[]) =>
          this.call(`${prefix}.${key}`, () => value.apply(target, args) as Promise<unknown>);
      },
    });
  }
}
