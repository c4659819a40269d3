import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { api, ask, type FieldWork, type Patrol } from '@/api'
import { useSession } from '@/stores/session'
import { newName } from './send'
import { useOutbox } from './outbox'
import { shelf } from './shelf'
import { useWork } from './work'

interface Kept {
  person: string
  work: FieldWork
}
export interface Told {
  kind: string
  severity: 'ordinary' | 'larger' | 'urgent'
  words: string
  place: string
  lon: number | null
  lat: number | null
}
export interface Found {
  stop: number
  fine: boolean
  words: string
}

const kept = shelf<Kept>('grid')
const NOTHING: FieldWork = { grids: [], patrols: [], reports: [], kinds: [] }

/** A grid member's patrols, reports and the kinds to choose from, kept on the phone for when there is no signal. */
export const useFieldWork = defineStore('field_work', () => {
  const session = useSession()
  const work = useWork()
  const box = useOutbox()
  const mine = shallowRef<FieldWork>(NOTHING)
  /** Told on this phone and not yet sent. */
  const unsent = computed(() => box.waiting.filter((out) => out.kind === 'seen'))
  const walked = (patrol: Patrol) => box.holds(`walked:${patrol.id}`)
  const due = computed(() => mine.value.patrols.filter((patrol) => patrol.round_due && !walked(patrol)))

  // What was waiting has gone: the station now says what became of it.
  watch(
    () => box.waiting.length,
    (now, before) => now < before && void load(),
  )

  async function load(): Promise<void> {
    if (!mine.value.kinds.length) await recall()
    try {
      mine.value = await ask(api.GET('/api/v1/grid/mine'))
      if (session.me) await kept.put('mine', { person: session.me.person, work: mine.value })
    } catch {
      // Without signal what was kept stands.
    }
  }

  async function recall(): Promise<void> {
    const [last] = await kept.all()
    if (last && (!work.person || last.person === work.person)) mine.value = last.work
  }

  async function forget(): Promise<void> {
    mine.value = NOTHING
    await kept.drop('mine')
  }

  async function tell(told: Told, photo: Blob | null): Promise<'sent' | 'kept'> {
    const name = newName()
    const handed = await box.hand({
      id: `seen:${name}`,
      kind: 'seen',
      title: told.words,
      person: work.person,
      at: Date.now(),
      aged: true,
      path: '/api/v1/grid-reports',
      body: { ...told, key: name },
      ...(photo ? { photo } : {}),
    })
    await load()
    return handed
  }

  async function walk(patrol: Patrol, findings: Found[]): Promise<'sent' | 'kept'> {
    const handed = await box.hand({
      id: `walked:${patrol.id}`,
      kind: 'walked',
      title: patrol.title,
      person: work.person,
      at: Date.now(),
      aged: true,
      path: `/api/v1/patrols/${patrol.id}/walked`,
      body: { key: newName(), findings },
    })
    await load()
    return handed
  }

  return { mine, unsent, due, walked, load, forget, tell, walk }
})
