import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { api, ask, type Door } from '@/api'
import { useSession } from '@/stores/session'
import { doorKey } from './other_side'
import { useOutbox } from './outbox'
import { shelf } from './shelf'
import { useWork } from './work'

interface Kept {
  person: string
  doors: Door[]
}

const kept = shelf<Kept>('doors')
export const marks = ['told', 'under_way', 'elsewhere', 'refused', 'not_found', 'back_early', 'returned'] as const
export type Mark = (typeof marks)[number]

/** The doors this person knocks at, kept on the phone for as long as their list is open, and no longer. */
export const useDoors = defineStore('doors', () => {
  const doors = shallowRef<Door[]>([])
  const session = useSession()
  const work = useWork()
  const box = useOutbox()

  async function load(): Promise<void> {
    // What is kept is there at once; a weak line may need seconds for the fresh list.
    if (!doors.value.length) await recall()
    try {
      doors.value = (await ask(api.GET('/api/v1/transfers/mine'))).items
      if (!session.me) return
      if (doors.value.length) await kept.put('mine', { person: session.me.person, doors: doors.value })
      else await forget()
    } catch {
      // Without signal the list of the last time stands.
    }
  }

  async function recall(): Promise<void> {
    const [last] = await kept.all()
    if (last && (!work.person || last.person === work.person)) doors.value = last.doors
  }

  async function forget(): Promise<void> {
    doors.value = []
    await kept.drop('mine')
  }

  /** What this phone has entered and not yet sent; the station still holds the older state. */
  const unsent = (door: Door) => {
    const out = box.waiting.find((each) => each.id === doorKey(door))
    return out ? (out.body.state as Mark) : null
  }
  const isOpen = (door: Door) => ['waiting', 'told', 'back_early'].includes(door.state)
  const open = computed(() => doors.value.filter((door) => isOpen(door) && !unsent(door)))

  async function mark(door: Door, state: Mark, note: string, photo: Blob | null): Promise<void> {
    await box.hand({
      id: doorKey(door),
      kind: 'moved',
      title: door.address,
      person: work.person,
      at: Date.now(),
      aged: true,
      path: `/api/v1/transfers/${door.transfer}/households/${door.household}`,
      body: {
        state,
        was: door.state,
        shelter: state === 'under_way' ? door.allotted : '',
        ...(note ? { note } : {}),
      },
      ...(photo ? { photo } : {}),
    })
    await load()
  }

  return { doors, open, load, forget, unsent, mark }
})
