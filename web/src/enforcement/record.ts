import type { CheckVerdict, FoundHazard, InspectionDetail } from '@/api'

export interface ItemEntry {
  verdict: CheckVerdict | ''
  note: string
  photos: string[]
  grade: 'general' | 'major'
  judgedAfter: string
}

export const newEntry = (): ItemEntry => ({ verdict: '', note: '', photos: [], grade: 'general', judgedAfter: '' })

export interface RecordEntry {
  shown: boolean
  place: string
  summary: string
  representative: string
  phone: string
  refusal: string
  video: string
  items: Record<string, ItemEntry>
}

export const newRecord = (detail: InspectionDetail): RecordEntry => ({
  shown: false,
  place: detail.inspection.party.address,
  summary: '',
  representative: '',
  phone: '',
  refusal: '',
  video: '',
  items: Object.fromEntries(detail.checklist.items.map((item) => [item.code, newEntry()])),
})

/** What was entered as the record the station takes; `me` judges what is marked as major. */
export function recordBody(detail: InspectionDetail, entry: RecordEntry, me: string) {
  const answered = detail.checklist.items.filter((item) => entry.items[item.code]?.verdict)
  const hazards: FoundHazard[] = answered
    .filter((item) => entry.items[item.code]!.verdict === 'fail')
    .map((item) => {
      const at = entry.items[item.code]!
      return {
        item: item.code,
        text: at.note.trim(),
        basis: item.basis,
        grade: at.grade,
        judged_by: at.grade === 'major' ? me : '',
        judged_after: at.grade === 'major' ? at.judgedAfter.trim() : '',
        photos: at.photos,
      }
    })
  return {
    certificates_shown: entry.shown,
    answers: answered.map((item) => ({
      item: item.code,
      verdict: entry.items[item.code]!.verdict as CheckVerdict,
      note: entry.items[item.code]!.note.trim(),
      photos: entry.items[item.code]!.photos,
    })),
    hazards,
    place: entry.place.trim(),
    summary: entry.summary.trim(),
    representative: entry.representative.trim(),
    representative_phone: entry.phone.trim(),
    refusal_reason: entry.refusal.trim(),
    video: entry.video.trim(),
  }
}
