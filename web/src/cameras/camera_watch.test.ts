import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api'
import { CameraWatch } from './camera_watch'
import type { CameraLine, CameraWord, ViewingAnswer, ViewingSignal } from './line'

const connected: { closed: boolean; connectionState: string; onconnectionstatechange: (() => void) | null }[] = []
vi.mock('@/meetings/peer', () => ({
  receive: async (_feed: number, _stream: unknown, say: (signal: { act: string }) => Promise<unknown>) => {
    await say({ act: 'subscribe' })
    const made = { closed: false, connectionState: 'connected', close: () => (made.closed = true), onconnectionstatechange: null }
    connected.push(made as never)
    return made
  },
}))

/** A station of which the test decides how its camera stands. */
class Station implements CameraLine {
  camera: CameraWord = { state: 'live', code: '', zh: '', en: '' }
  said: string[] = []
  viewings = 0
  faults: Problem[] = []
  begin = () => this.answer(`v${++this.viewings}`)
  ways = async () => ({})
  leave = (viewing: string) => void this.said.push(`left ${viewing}`)
  say = (viewing: string, signal: ViewingSignal): Promise<ViewingAnswer> => {
    this.said.push(`${signal.act} ${viewing}`)
    return this.answer({ sdp: '', camera: this.camera })
  }
  private answer<T>(value: T): Promise<T> {
    const fault = this.faults.shift()
    return fault ? Promise.reject(fault) : Promise.resolve(value)
  }
}

const refused = (status: number, code: string) => new Problem(status, { code, field: '', message: code } as never)
let station: Station, watch: CameraWatch
let words: string[], problems: string[], streams: boolean[]

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('MediaStream', class {})
  connected.length = 0
  station = new Station()
  ;[words, problems, streams] = [[], [], []]
  watch = new CameraWatch(station, {
    word: (word) => words.push(word.state),
    stream: (stream) => streams.push(stream !== null),
    problem: (problem) => problems.push(problem?.code ?? ''),
  })
})
afterEach(() => {
  watch.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('watching a camera', () => {
  it('connects once and says it is still there', async () => {
    await watch.watch()
    await vi.advanceTimersByTimeAsync(3_100)
    expect(station.said).toEqual(['subscribe v1', 'keepalive v1', 'keepalive v1'])
    expect(words).toEqual(['live', 'live'])
  })
  it('leaves when it is closed, and asks no more', async () => {
    await watch.watch()
    watch.close()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(station.said.at(-1)).toBe('left v1')
    expect(connected[0]!.closed).toBe(true)
    expect(streams.at(-1)).toBe(false)
  })
  it('begins anew when the service did', async () => {
    await watch.watch()
    station.faults = [refused(404, 'viewing_unknown')]
    await vi.advanceTimersByTimeAsync(3_100)
    await vi.advanceTimersByTimeAsync(800)
    expect(station.viewings).toBe(2)
    expect(station.said.at(-1)).toBe('keepalive v2')
    expect(connected[0]!.closed).toBe(true)
  })
  it('says what does not pass by itself and stops asking', async () => {
    station.faults = [refused(429, 'too_many_cameras')]
    await watch.watch()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(problems).toEqual(['', 'too_many_cameras'])
    expect(station.viewings).toBe(1)
  })
  it('connects again when the connection broke, as the same viewing', async () => {
    await watch.watch()
    connected[0]!.connectionState = 'failed'
    connected[0]!.onconnectionstatechange!()
    await vi.advanceTimersByTimeAsync(3_100)
    expect(connected).toHaveLength(2)
    expect(station.viewings).toBe(1)
  })
})
