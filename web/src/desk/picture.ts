import type { Area, Call, EmergencyResponse, Incident, Progress, Task } from '@/api'
import { api, ask } from '@/api'
import type { Mark, Tone } from '@/map/types'

/** What the desk is steering: the open responses with their calls and tasks. */
export interface Picture {
  responses: EmergencyResponse[]
  calls: Call[]
  tasks: Task[]
  incidents: Incident[]
}

export async function readPicture(scope: { drill?: string }): Promise<Picture> {
  const [open, incidents] = await Promise.all([
    ask(api.GET('/api/v1/responses', { params: { query: { ...scope, state: 'open' } } })),
    ask(api.GET('/api/v1/incidents', { params: { query: { ...scope, open: '1' } } })),
  ])
  const active = open.items.filter((response) => response.state === 'active')
  const ofEach = await Promise.all(
    active.map(async ({ id }) => {
      const query = { ...scope, response: id, limit: 500 }
      const [calls, tasks] = await Promise.all([
        ask(api.GET('/api/v1/calls', { params: { query } })),
        ask(api.GET('/api/v1/tasks', { params: { query } })),
      ])
      return { calls: calls.items, tasks: tasks.items }
    }),
  )
  return {
    responses: open.items,
    calls: ofEach.flatMap((each) => each.calls),
    tasks: ofEach.flatMap((each) => each.tasks),
    incidents: incidents.items,
  }
}

/** Something that wants the officer's word: a proposed response, or another level for a running one. */
export type Decision = { kind: 'start' | 'level'; response: EmergencyResponse }

export function decisions(responses: EmergencyResponse[]): Decision[] {
  const starts = responses
    .filter((r) => r.state === 'proposed')
    .map((response) => ({ kind: 'start' as const, response }))
  const levels = responses
    .filter((r) => r.state === 'active' && r.suggested_level !== null && r.suggested_level !== r.level)
    .map((response) => ({ kind: 'level' as const, response }))
  return [...starts, ...levels]
}

export interface DeskClock {
  key: string
  kind: 'calls' | 'task' | 'incident'
  title: string
  who: string
  count: number
  from: string
  due: string
  to: string
}

const waiting = (call: Call) => call.state === 'ringing' || call.state === 'door_knock'

/** The running clocks, the nearest first: of the open calls of each response, of each open task, of each report due. */
export function clocks({ responses, calls, tasks, incidents }: Picture): DeskClock[] {
  const ofCalls = responses.flatMap((response) => {
    const open = calls.filter((call) => call.response === response.id && waiting(call))
    const next = open.reduce<Call | null>((first, call) => (first && first.due_at <= call.due_at ? first : call), null)
    if (!next) return []
    return [
      {
        key: `calls-${response.id}`,
        kind: 'calls' as const,
        title: next.headline,
        who: '',
        count: open.length,
        from: next.placed_at,
        due: next.due_at,
        to: `/calls?response=${response.id}`,
      },
    ]
  })
  const ofTasks = tasks
    .filter((task) => task.state === 'open')
    .map((task) => ({
      key: `task-${task.id}`,
      kind: 'task' as const,
      title: task.title,
      count: 1,
      who: [task.post_title, task.owner_name].filter(Boolean).join(' · '),
      from: task.started_at,
      due: task.due_at,
      to: `/responses/${task.response ?? ''}?task=${task.id}`,
    }))
  const ofIncidents = incidents.flatMap(({ id, title, next }) =>
    next
      ? [
          {
            key: `incident-${id}`,
            kind: 'incident' as const,
            title,
            who: next.clock,
            count: 1,
            from: next.from,
            due: next.due,
            to: `/incidents/${id}`,
          },
        ]
      : [],
  )
  return [...ofIncidents, ...ofCalls, ...ofTasks].sort((a, b) => a.due.localeCompare(b.due))
}

export function toneOfCall(call: Call | undefined): Tone {
  if (!call) return 'idle'
  if (call.state === 'answered' || call.state === 'closed') return 'done'
  if (call.state === 'door_knock') return 'moving'
  return call.late || call.exhausted ? 'late' : 'waiting'
}

const urgency: Tone[] = ['late', 'moving', 'waiting', 'done', 'idle']

export interface Place {
  code: string
  name: string
  tone: Tone
  call: Call | null
  lon: number | null
  lat: number | null
}

/** The places below this station with how they answered; of several calls the one that needs an eye counts. */
export function places(areas: Area[], node: string, calls: Call[]): Place[] {
  return areas
    .filter((area) => area.parent === node)
    .map((area) => {
      const own = calls.filter((call) => call.area === area.code)
      const worst = own.sort((a, b) => urgency.indexOf(toneOfCall(a)) - urgency.indexOf(toneOfCall(b)))[0]
      return {
        code: area.code,
        name: area.name,
        tone: toneOfCall(worst),
        call: worst ?? null,
        lon: area.lon,
        lat: area.lat,
      }
    })
}

function toneOfStation(each: Progress): Tone {
  if (each.calls_total === 0) return 'idle'
  if (each.calls_late > 0) return 'late'
  return each.calls_open > 0 ? 'waiting' : 'done'
}

/** The stations below a county's: each by the sum of its own calls. */
export function stations(progress: Progress[]): Place[] {
  return progress.map((each) => ({
    code: each.area,
    name: each.name,
    tone: toneOfStation(each),
    call: null,
    lon: each.lon,
    lat: each.lat,
  }))
}

/** "永宁第一社区" in 永宁镇 is 第一社区 to everyone there: the town's own name is left off where three characters remain. */
export function shortName(name: string, town: string): string {
  const stem = town.slice(0, -1)
  return stem.length > 0 && name.startsWith(stem) && name.length - stem.length >= 3 ? name.slice(stem.length) : name
}

export function marksOf(list: Place[]): Mark[] {
  return list.flatMap(({ code, name, tone, lon, lat }) =>
    lon === null || lat === null ? [] : [{ id: code, name, tone, lon, lat }],
  )
}

export function countTones(list: { tone: Tone }[]): Record<Tone, number> {
  const counts: Record<Tone, number> = { late: 0, moving: 0, waiting: 0, done: 0, idle: 0 }
  for (const each of list) counts[each.tone] += 1
  return counts
}

/** The response whose answers the desk shows first: the one with most calls still open, else the highest level. */
export function leading(responses: EmergencyResponse[]): EmergencyResponse | null {
  const active = responses.filter((response) => response.state === 'active')
  const order = (a: EmergencyResponse, b: EmergencyResponse) => b.calls_open - a.calls_open || a.level - b.level
  return [...active].sort(order)[0] ?? null
}
