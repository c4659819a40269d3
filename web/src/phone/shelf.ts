/**
 * A small shelf in the browser's own store (IndexedDB), which plain http allows too. Where there is none
 * (a private window), things are kept in memory: they live as long as the page.
 */
export interface Shelf<T> {
  put: (id: string, thing: T) => Promise<void>
  drop: (id: string) => Promise<void>
  all: () => Promise<T[]>
}

export type ShelfName = 'out' | 'kept' | 'doors' | 'shelters' | 'grid' | 'visits' | 'counts'
const NAMES: ShelfName[] = ['out', 'kept', 'doors', 'shelters', 'grid', 'visits', 'counts']
const VERSION = 5

// A browser that was killed may refuse its store for a moment, or not answer: asked again, it has it.
const TRIES = 5
const TRY_MS = 3_000
const PAUSE_MS = 500

let opened: Promise<IDBDatabase | null> | null = null

function open(): Promise<IDBDatabase | null> {
  opened ??= openPatiently()
  return opened
}

async function openPatiently(): Promise<IDBDatabase | null> {
  if (typeof indexedDB === 'undefined') return null
  for (let tries = 0; tries < TRIES; ++tries) {
    const found = await openOnce().catch(() => null)
    if (found) return found
    await new Promise((settle) => setTimeout(settle, PAUSE_MS))
  }
  return null
}

function openOnce(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('anlan-phone', VERSION)
    asked.onupgradeneeded = () =>
      NAMES.filter((name) => !asked.result.objectStoreNames.contains(name)).forEach((name) =>
        asked.result.createObjectStore(name),
      )
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('the store refused'))
    asked.onblocked = () => reject(new Error('another page holds the store'))
    setTimeout(() => reject(new Error('the store does not answer')), TRY_MS)
  })
}

function done<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('the store refused'))
  })
}

/** Kept only when the whole transaction is: a phone that dies a moment later has it. */
function written(store: IDBObjectStore): Promise<void> {
  return new Promise((resolve, reject) => {
    store.transaction.oncomplete = () => resolve()
    store.transaction.onerror = store.transaction.onabort = () =>
      reject(store.transaction.error ?? new Error('the store refused'))
  })
}

export function memoryShelf<T>(): Shelf<T> {
  const things = new Map<string, T>()
  return {
    put: async (id, thing) => void things.set(id, thing),
    drop: async (id) => void things.delete(id),
    all: async () => [...things.values()],
  }
}

/** The shelf of that name on this device. */
export function shelf<T>(name: ShelfName): Shelf<T> {
  const memory = memoryShelf<T>()
  async function at(mode: IDBTransactionMode): Promise<IDBObjectStore | null> {
    return (await open())?.transaction(name, mode, { durability: 'strict' }).objectStore(name) ?? null
  }
  return {
    async put(id, thing) {
      const store = await at('readwrite')
      if (!store) return memory.put(id, thing)
      store.put(thing, id)
      await written(store)
    },
    async drop(id) {
      const store = await at('readwrite')
      if (!store) return memory.drop(id)
      store.delete(id)
      await written(store)
    },
    async all() {
      const store = await at('readonly')
      return store ? done(store.getAll() as IDBRequest<T[]>) : memory.all()
    },
  }
}
