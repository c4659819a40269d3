import { recordBody } from '@/enforcement/record'
import type { Outgoing } from './outbox'
import type { Enclosed } from './send'
import type { Draft, Visit } from './visits'

/** The record as the outbox sends it: each photo and signature beside the field that will name it. */
export function visitItem(visit: Visit, draft: Draft): Outgoing {
  const id = visit.detail.inspection.id
  const body = recordBody(visit.detail, draft.entry, visit.person)
  const files: Enclosed[] = []
  body.answers.forEach((answer, at) => {
    const hazard = body.hazards.findIndex((each) => each.item === answer.item)
    if (hazard < 0) return
    for (const blob of draft.photos[answer.item] ?? [])
      files.push({ field: `answers.${at}.photos`, also: `hazards.${hazard}.photos`, list: true, blob })
  })
  const signed = Object.entries(draft.officers).flatMap(([person, picture]) => (picture ? [{ person, picture }] : []))
  signed.forEach(({ picture }, at) => files.push({ field: `officers.${at}.picture`, list: false, blob: picture }))
  if (draft.party) files.push({ field: 'party_signature', list: false, blob: draft.party })
  return {
    id: `inspection:${id}`,
    kind: 'inspection',
    title: visit.detail.inspection.party.name,
    person: visit.person,
    at: Date.now(),
    aged: true,
    path: `/api/v1/enforcement/inspections/${id}/record`,
    body: JSON.parse(JSON.stringify({ ...body, officers: signed.map(({ person }) => ({ person, picture: '' })), party_signature: '' })) as Record<string, unknown>,
    files,
  }
}
