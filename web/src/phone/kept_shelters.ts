import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { api, ask, type Expected, type Shelter, type Stay } from '@/api'
import { useSession } from '@/stores/session'
import { useOutbox } from './outbox'
import { codeReader } from './scan'
import { shelf } from './shelf'
import { useWork } from './work'

/** One shelter with who is to come and who is inside. */
export interface KeptShelter {
  shelter: Shelter
  expected: Expected[]
  stays: Stay[]
}
interface Kept {
  person: string
  shelters: KeptShelter[]
}
/** Who stands at the door, and how it became known. */
export interface Coming {
  household: string
  name: string
  label: string
  people: number
  way: 'list' | 'qr' | 'door'
}

const kept = shelf<Kept>('shelters')

/** The shelters of this person, kept on the phone while one of them is open: the door works without signal. */
export const useKept = defineStore('kept shelters', () => {
  const shelters = shallowRef<KeptShelter[]>([])
  const session = useSession()
  const work = useWork()
  const box = useOutbox()

  async function load(): Promise<void> {
    if (!shelters.value.length) await recall()
    try {
      const { items } = await ask(api.GET('/api/v1/shelters', { params: { query: { mine: '1' } } }))
      shelters.value = await Promise.all(items.map(lists))
      const person = session.me?.person
      if (!person) return
      const open = items.some((shelter) => shelter.open)
      // The reader of cards is brought while there is signal: at the door there may be none.
      if (open) void codeReader().catch(() => undefined)
      if (open) await kept.put('mine', { person, shelters: shelters.value })
      else await kept.drop('mine')
    } catch {
      // Without signal the lists of the last time stand.
    }
  }

  async function lists(shelter: Shelter): Promise<KeptShelter> {
    if (!shelter.open) return { shelter, expected: [], stays: [] }
    const params = { path: { shelter: shelter.id } }
    const [expected, stays] = await Promise.all([
      ask(api.GET('/api/v1/shelters/{shelter}/expected', { params })),
      ask(api.GET('/api/v1/shelters/{shelter}/stays', { params })),
    ])
    return { shelter, expected: expected.items, stays: stays.items }
  }

  async function recall(): Promise<void> {
    const [last] = await kept.all()
    if (last && (!work.person || last.person === work.person)) shelters.value = last.shelters
  }

  async function forget(): Promise<void> {
    shelters.value = []
    await kept.drop('mine')
  }

  const keyOf = (shelter: Shelter, who: Pick<Coming, 'household' | 'name'>) => `stay:${shelter.id}:${who.household || who.name}`

  /** A household or people by name; without signal it waits in the outbox. */
  const signIn = (shelter: Shelter, who: Coming, more: { over?: boolean; move?: boolean } = {}) =>
    box.hand({
      id: keyOf(shelter, who),
      kind: 'stay',
      title: `${who.label} → ${shelter.name}`,
      person: work.person,
      at: Date.now(),
      path: `/api/v1/shelters/${shelter.id}/stays`,
      body: {
        household: who.household,
        name: who.name,
        people: who.people,
        over: more.over ?? false,
        move: more.move ?? false,
        way: who.way,
      },
    })

  return { shelters, load, forget, keyOf, signIn }
})
