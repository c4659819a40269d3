import { describe, expect, test } from 'vitest'
import type { Area, Call, EmergencyResponse, Progress, Task } from '@/api'
import { clocks, countTones, decisions, leading, marksOf, places, shortName, stations, toneOfCall } from './picture'

const response = (more: Partial<EmergencyResponse>) =>
  ({ id: 'r1', state: 'active', level: 1, suggested_level: null, calls_open: 0, ...more }) as EmergencyResponse
const call = (more: Partial<Call>) =>
  ({
    id: 'c1',
    response: 'r1',
    area: '350581106204',
    state: 'ringing',
    late: false,
    headline: 'h',
    placed_at: '2023-07-28T00:30:00Z',
    due_at: '2023-07-28T00:35:00Z',
    ...more,
  }) as Call
const task = (more: Partial<Task>) =>
  ({
    id: 't1',
    response: 'r1',
    title: 'boats',
    post_title: 'sea',
    owner_name: null,
    state: 'open',
    started_at: '2023-07-28T00:00:00Z',
    due_at: '2023-07-28T01:00:00Z',
    ...more,
  }) as Task
const village = {
  code: '350581106204',
  name: 'M',
  parent: '350581106000',
  level: 'village',
  lon: 118.7,
  lat: 24.7,
} as Area

describe('a call on the map', () => {
  test('nobody called is idle', () => expect(toneOfCall(undefined)).toBe('idle'))
  test('late outranks ringing', () => expect(toneOfCall(call({ late: true }))).toBe('late'))
  test('an answer is done even when it came late', () =>
    expect(toneOfCall(call({ state: 'answered', late: true }))).toBe('done'))
  test('someone at the door is moving', () => expect(toneOfCall(call({ state: 'door_knock' }))).toBe('moving'))
})

describe('the clocks of the desk', () => {
  test('show nothing for calls that are all answered', () => {
    expect(clocks({ responses: [response({})], calls: [call({ state: 'answered' })], tasks: [], incidents: [] })).toEqual([])
  })
  test('count the open calls of a response as one, due when the first is', () => {
    const open = [call({}), call({ id: 'c2', due_at: '2023-07-28T00:33:00Z' })]
    const [clock] = clocks({ responses: [response({})], calls: open, tasks: [], incidents: [] })
    expect(clock).toMatchObject({ kind: 'calls', count: 2, due: '2023-07-28T00:33:00Z' })
  })
  test('put the nearest first and leave done tasks out', () => {
    const list = clocks({
      responses: [response({})],
      calls: [call({})],
      tasks: [task({ due_at: '2023-07-28T00:31:00Z' }), task({ id: 't2', state: 'done' })],
      incidents: [],
    })
    expect(list.map((clock) => clock.key)).toEqual(['task-t1', 'calls-r1'])
  })
})

describe('what waits for the officer', () => {
  test('is a proposal first, then another level', () => {
    const list = decisions([response({ suggested_level: 2 }), response({ id: 'r2', state: 'proposed' })])
    expect(list.map((each) => [each.kind, each.response.id])).toEqual([
      ['start', 'r2'],
      ['level', 'r1'],
    ])
  })
  test('is nothing when the suggested level is the level', () => {
    expect(decisions([response({ suggested_level: 1 })])).toEqual([])
  })
})

describe('the places', () => {
  test('take the call that needs an eye', () => {
    const [place] = places([village], '350581106000', [call({ state: 'answered' }), call({ id: 'c2', late: true })])
    expect(place).toMatchObject({ tone: 'late', call: { id: 'c2' } })
  })
  test('of other stations are left out', () => expect(places([village], '350581105000', [])).toEqual([]))
  test('without a position are not on the map but are counted', () => {
    const list = places([{ ...village, lon: null, lat: null }], '350581106000', [])
    expect(marksOf(list)).toEqual([])
    expect(countTones(list).idle).toBe(1)
  })
})

describe('a station below', () => {
  const station = (more: Partial<Progress>) =>
    ({ area: 'a', name: 'A', lon: 1, lat: 2, calls_total: 4, calls_open: 0, calls_late: 0, ...more }) as Progress
  test('without calls is idle', () => expect(stations([station({ calls_total: 0 })])[0]?.tone).toBe('idle'))
  test('with a late call is late', () =>
    expect(stations([station({ calls_open: 2, calls_late: 1 })])[0]?.tone).toBe('late'))
  test('is done when none is open', () => expect(stations([station({})])[0]?.tone).toBe('done'))
})

describe('a short name', () => {
  test('leaves the town off', () => expect(shortName('XYABC', 'XYT')).toBe('ABC'))
  test('keeps it when too little would remain', () => expect(shortName('XYA', 'XYT')).toBe('XYA'))
  test('keeps every other name', () => expect(shortName('QABC', 'XYT')).toBe('QABC'))
})

test('the leading response is the one with most open calls', () => {
  expect(leading([response({}), response({ id: 'r2', level: 3, calls_open: 4 })])?.id).toBe('r2')
})
