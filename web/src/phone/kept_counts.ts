import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { api, ask, type Count, type CountLine, type Store } from '@/api'
import { useOutbox } from './outbox'
import { shelf } from './shelf'
import { useWork } from './work'

interface Kept {
  person: string
  stores: Store[]
  counts: Count[]
}
const kept = shelf<Kept>('counts')

/** The stores of this station and the counts that run; kept on the phone, for a store has thick walls. */
export const useCounts = defineStore('counts', () => {
  const stores = shallowRef<Store[]>([])
  const counts = shallowRef<Count[]>([])
  const work = useWork()
  const box = useOutbox()

  async function load(): Promise<void> {
    if (!stores.value.length) await recall()
    try {
      const [all, begun] = await Promise.all([ask(api.GET('/api/v1/stores')), ask(api.GET('/api/v1/stock/counts'))])
      const running = begun.items.filter((each) => each.own && !each.ended_at)
      counts.value = await Promise.all(
        running.map((each) => ask(api.GET('/api/v1/stock/counts/{count}', { params: { path: { count: each.id } } }))),
      )
      stores.value = all.items.filter((each) => each.own)
      await kept.put('mine', { person: work.person, stores: stores.value, counts: counts.value })
    } catch {
      // Without signal the lists of the last time stand.
    }
  }

  async function recall(): Promise<void> {
    const [last] = await kept.all()
    if (!last || (work.person && last.person !== work.person)) return
    stores.value = last.stores
    counts.value = last.counts
  }

  async function begin(store: Store): Promise<void> {
    await ask(api.POST('/api/v1/stock/counts', { body: { store: store.id } }))
    await load()
  }

  const key = (count: Count, batch: string) => `count:${count.id}:${batch}`
  /** What this phone has counted and not yet sent. */
  const unsent = (count: Count, line: CountLine) => {
    const out = box.waiting.find((each) => each.id === key(count, line.batch))
    return out ? Number(out.body.counted) : null
  }

  /** How long ago it was seen goes with it: what was issued since is no difference. */
  async function enter(count: Count, line: CountLine, counted: number): Promise<'sent' | 'kept'> {
    const how = await box.hand({
      id: key(count, line.batch),
      kind: 'count',
      title: line.item,
      person: work.person,
      at: Date.now(),
      aged: true,
      path: `/api/v1/stock/counts/${count.id}/lines`,
      body: { batch: line.batch, counted, again: line.counted !== null },
    })
    await load()
    return how
  }

  return { stores, counts, load, begin, unsent, enter }
})
