import { api, ask } from '@/api'
import type { components } from '@/api/schema'
import { waysOf } from '@/meetings/ways'

export type ViewingSignal = Partial<components['schemas']['ViewingSignal']> & Pick<components['schemas']['ViewingSignal'], 'act'>
export type ViewingAnswer = components['schemas']['ViewingAnswer']
export type CameraWord = components['schemas']['CameraWord']

export interface CameraLine {
  begin(): Promise<string>
  say(viewing: string, signal: ViewingSignal): Promise<ViewingAnswer>
  /** For when the page goes away: nobody waits for an answer. */
  leave(viewing: string): void
  /** How this browser may reach the media; relays are for meetings only. */
  ways(): Promise<RTCConfiguration>
}

const NOTHING = { sdp: '', candidates: [] }

/** `meeting`: in which the camera is shown; empty: watched from the desk. */
export function lineTo(sensor: string, meeting: string): CameraLine {
  return {
    async begin() {
      const answer = await ask(api.POST('/api/v1/sensors/{sensor}/viewings', { params: { path: { sensor } }, body: { sensor, meeting } }))
      return answer.viewing
    },
    say: (viewing, signal) =>
      ask(
        api.POST('/api/v1/sensors/{sensor}/viewings/{viewing}/signals', {
          params: { path: { sensor, viewing } },
          body: { ...NOTHING, meeting, ...signal },
        }),
      ),
    leave(viewing) {
      const words = new Blob([JSON.stringify({ ...NOTHING, meeting, act: 'leave' })], { type: 'application/json' })
      navigator.sendBeacon(`/api/v1/sensors/${sensor}/viewings/${viewing}/signals`, words)
    },
    ways: meeting ? waysOf(meeting) : async () => ({}),
  }
}
