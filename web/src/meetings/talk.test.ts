import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api'
import type { Line, Signal, SignalAnswer, Stage, TalkState } from './signals'
import { Talk } from './talk'

const connected: { closed: boolean }[] = []
vi.mock('./own_media', () => ({
  ownMedia: () => Promise.resolve({ audio: { enabled: true, stop: () => undefined }, camera: null, lacking: 'camera' }),
}))
vi.mock('./peer', () => {
  const pc = () => {
    const made = { closed: false, connectionState: 'connected', close: () => (made.closed = true), onconnectionstatechange: null }
    connected.push(made)
    return made
  }
  return {
    send: async (_a: unknown, _v: unknown, state: object, say: (signal: Signal) => Promise<unknown>) => {
      await say({ act: 'publish', sdp: 'offer', ...state })
      return { pc: pc(), show: () => Promise.resolve() }
    },
    receive: async (feed: number, _s: unknown, say: (signal: Signal) => Promise<unknown>) => {
      await say({ act: 'subscribe', feed })
      return pc()
    },
  }
})

/** A station of which the test decides how the stage looks. */
class Station implements Line {
  stage: Stage = { media: 'up', round: 1, moved: false, speakers: [], view: null }
  said: string[] = []
  seats = 0
  fault: Problem | null = null
  unready = 0 // so many subscriptions are refused
  takeSeat = () => Promise.resolve(`s${++this.seats}`)
  ways = () => Promise.resolve({})
  leave = (seat: string) => void this.said.push(`left ${seat}`)
  say = (seat: string, signal: Signal): Promise<SignalAnswer> => {
    const fault = this.fault
    this.fault = null
    if (fault) return Promise.reject(fault)
    if (signal.act === 'subscribe' && this.unready-- > 0) {
      this.said.push(`unready ${signal.feed}`)
      return Promise.reject(new Problem(422, { code: 'media_failed' }))
    }
    this.said.push(signal.act === 'subscribe' ? `subscribe ${signal.feed}` : `${signal.act} ${seat}`)
    return Promise.resolve({ sdp: '', stage: this.stage })
  }
  acts = () => this.said.filter((each) => !each.startsWith('keepalive'))
}
const HERE = { name: '', title: '', station: '', hand: false, cut: false, terminal: false, unseen: '' }
const speaker = (person: string, feed: number) => ({ person, feed, audio: true, video: true, screen: false, ...HERE })

describe('a talk', () => {
  let station: Station
  let talk: Talk
  const states: TalkState[] = []
  beforeEach(() => {
    vi.stubGlobal('MediaStream', class {})
    states.length = connected.length = 0
    station = new Station()
    talk = new Talk(station, () => 'me', { state: (now) => states.push(now), stage: () => undefined, streams: () => undefined })
  })
  afterEach(() => {
    talk.leave()
    vi.unstubAllGlobals()
  })

  it('joins, sends, and takes in everybody but oneself', async () => {
    station.stage.speakers = [speaker('me', 1), speaker('other', 2)]
    await talk.enter(true)
    expect(station.acts()).toEqual(['join s1', 'publish s1', 'subscribe 2'])
    expect(talk.shows).toEqual({ audio: true, video: false, screen: false })
  })

  it('waits while the media service is away, and connects anew when it has begun again', async () => {
    await talk.enter(true)
    station.stage = { ...station.stage, media: 'down' }
    await talk.look()
    expect(states.at(-1)).toBe('waiting')
    station.stage = { ...station.stage, media: 'up', round: 2 }
    station.said = []
    await talk.look()
    expect(station.acts()).toEqual(['join s1', 'publish s1'])
    expect(connected[0]?.closed).toBe(true)
    expect(states.at(-1)).toBe('open')
  })

  it('takes a new seat when the station no longer knows the old one', async () => {
    await talk.enter(true)
    station.said = []
    station.fault = new Problem(404, { code: 'seat_unknown' })
    await talk.look()
    await vi.waitFor(() => expect(station.acts()).toEqual(['join s2', 'publish s2']))
  })

  it('ends here when the person goes on at another device', async () => {
    await talk.enter(true)
    station.stage = { ...station.stage, moved: true }
    await talk.look()
    expect(states.at(-1)).toBe('moved')
    expect(connected.every((each) => each.closed)).toBe(true)
  })

  it('asks again soon for somebody who cannot be received yet', async () => {
    await talk.enter(true)
    station.stage = { ...station.stage, speakers: [speaker('other', 2)] }
    station.said = []
    station.unready = 2
    await talk.look()
    await vi.waitFor(() => expect(station.acts()).toEqual(['unready 2', 'unready 2', 'subscribe 2']), 2_000)
  })

  it('lets go of who has left', async () => {
    station.stage.speakers = [speaker('other', 2)]
    await talk.enter(true)
    station.stage = { ...station.stage, speakers: [] }
    await talk.look()
    expect(station.acts()).toContain('unsubscribe s1')
  })
})
