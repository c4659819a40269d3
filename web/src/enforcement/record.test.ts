import { expect, test } from 'vitest'
import type { InspectionDetail } from '@/api'
import { newRecord, recordBody } from './record'

const detail = {
  inspection: { party: { address: 'Road 1' } },
  checklist: { items: [{ code: '1', basis: 'law 1' }, { code: '2', basis: 'law 2' }] },
} as unknown as InspectionDetail

test('what failed becomes a hazard with the basis of its item, what was not answered is not sent', () => {
  const entry = newRecord(detail)
  entry.items['1'] = { verdict: 'fail', note: ' boxes in the way ', photos: ['p'], grade: 'general', judgedAfter: 'x' }
  const body = recordBody(detail, entry, 'me')
  expect(body.answers.map((each) => each.item)).toEqual(['1'])
  expect(body.hazards).toEqual([
    { item: '1', text: 'boxes in the way', basis: 'law 1', grade: 'general', judged_by: '', judged_after: '', photos: ['p'] },
  ])
  expect(body.place).toBe('Road 1')
})

test('a major hazard names who judged it and by what', () => {
  const entry = newRecord(detail)
  entry.items['2'] = { verdict: 'fail', note: 'a', photos: [], grade: 'major', judgedAfter: 'standard' }
  expect(recordBody(detail, entry, 'me').hazards[0]).toMatchObject({ judged_by: 'me', judged_after: 'standard' })
})
