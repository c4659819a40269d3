import { api, ask } from '@/api'
import type { components } from '@/api/schema'
import { waysOf } from './ways'

/** What a browser may say to the media service; the server lets nothing else through. */
export type Signal = Partial<components['schemas']['Signal']> & Pick<components['schemas']['Signal'], 'act'>
export type Stage = components['schemas']['MeetingsStage']
export type Speaker = components['schemas']['Speaker']
export type SignalAnswer = components['schemas']['SignalAnswer']
export type MeetingDetail = components['schemas']['MeetingDetail']
export type MeetingRow = components['schemas']['MeetingRow']
export type GuestRow = components['schemas']['GuestRow']
export type TerminalRow = components['schemas']['TerminalRow']

export interface Line {
  takeSeat(): Promise<string>
  /** How to reach the media service. */
  ways(): Promise<RTCConfiguration>
  say(seat: string, signal: Signal): Promise<SignalAnswer>
  /** For when the page goes away: nobody waits for an answer. */
  leave(seat: string): void
}

/** closed: not in it; waiting: the media service is being waited for; moved: gone on at another device. */
export type TalkState = 'closed' | 'entering' | 'open' | 'waiting' | 'moved' | 'lost'
export interface Heard {
  state(state: TalkState): void
  stage(stage: Stage): void
  streams(streams: Map<string, MediaStream>, own: MediaStream | null): void
}

const NOTHING = { feed: 0, sdp: '', candidates: [], audio: false, video: false, screen: false }

export function lineTo(meeting: string): Line {
  return {
    ways: waysOf(meeting),
    async takeSeat() {
      return (await ask(api.POST('/api/v1/meetings/{meeting}/seats', { params: { path: { meeting } } }))).seat
    },
    say: (seat, signal) =>
      ask(
        api.POST('/api/v1/meetings/{meeting}/seats/{seat}/signals', {
          params: { path: { meeting, seat } },
          body: { ...NOTHING, ...signal },
        }),
      ),
    leave(seat) {
      const words = new Blob([JSON.stringify({ ...NOTHING, act: 'leave' })], { type: 'application/json' })
      navigator.sendBeacon(`/api/v1/meetings/${meeting}/seats/${seat}/signals`, words)
    },
  }
}
