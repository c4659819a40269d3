import { defineStore } from 'pinia'
import { shallowRef, toRaw } from 'vue'
import { api, ask, type InspectionDetail } from '@/api'
import { newRecord, type RecordEntry } from '@/enforcement/record'
import { useSession } from '@/stores/session'
import { shelf } from './shelf'
import { useWork } from './work'

/** What was entered of a record so far; photos by the item they show. */
export interface Draft {
  entry: RecordEntry
  photos: Record<string, Blob[]>
  officers: Record<string, Blob | null>
  party: Blob | null
}
export interface Visit {
  person: string
  detail: InspectionDetail
  draft: Draft | null
}

const kept = shelf<Visit>('visits')
const MOST = 5
const idOf = (visit: Visit) => visit.detail.inspection.id

export function newDraft(detail: InspectionDetail): Draft {
  return {
    entry: newRecord(detail),
    photos: Object.fromEntries(detail.checklist.items.map((item) => [item.code, []])),
    officers: Object.fromEntries(detail.officers.map((each) => [each.person, null])),
    party: null,
  }
}

/** A store of the browser takes plain things only. */
const plain = (draft: Draft): Draft => ({
  entry: JSON.parse(JSON.stringify(draft.entry)) as RecordEntry,
  photos: Object.fromEntries(Object.entries(draft.photos).map(([item, all]) => [item, all.map((each) => toRaw(each))])),
  officers: Object.fromEntries(Object.entries(draft.officers).map(([person, drawn]) => [person, toRaw(drawn)])),
  party: toRaw(draft.party),
})

/** Inspections to be recorded on site, with their lists and what was entered; kept, for a cellar has no signal. */
export const useVisits = defineStore('visits', () => {
  const all = shallowRef<Visit[]>([])
  const work = useWork()
  const session = useSession()

  async function recall(): Promise<void> {
    all.value = (await kept.all()).filter((each) => !work.person || each.person === work.person)
  }

  async function load(): Promise<void> {
    await recall()
    try {
      const page = await ask(api.GET('/api/v1/enforcement/inspections'))
      const begun = page.items.filter((each) => each.state === 'started' && each.officers.includes(session.me?.name ?? '')).slice(0, MOST)
      const details = await Promise.all(
        begun.map((each) =>
          ask(api.GET('/api/v1/enforcement/inspections/{inspection}', { params: { path: { inspection: each.id } } })),
        ),
      )
      const drafts = new Map(all.value.map((each) => [idOf(each), each.draft]))
      const fresh = details.map((detail) => ({ person: work.person, detail, draft: drafts.get(detail.inspection.id) ?? null }))
      const over = all.value.filter((old) => !fresh.some((each) => idOf(each) === idOf(old)))
      all.value = fresh
      for (const each of over) await kept.drop(idOf(each))
      for (const each of all.value) await kept.put(idOf(each), each)
    } catch {
      // Without signal what was kept stands.
    }
  }

  /** What is entered is on the phone at once: a battery that dies loses nothing. */
  async function keep(visit: Visit, draft: Draft | null): Promise<void> {
    const now = { ...visit, draft: draft && plain(draft) }
    all.value = all.value.map((each) => (idOf(each) === idOf(visit) ? now : each))
    await kept.put(idOf(visit), now)
  }

  async function forget(): Promise<void> {
    for (const each of await kept.all()) await kept.drop(idOf(each))
    all.value = []
  }

  return { all, load, keep, forget }
})
