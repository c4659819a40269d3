import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api'
import { useNotices } from '@/live'
import { lineTo, type Speaker, type Stage, type TalkState } from './signals'
import { Talk } from './talk'

/** A meeting as the page shows it. */
export function useTalk(meeting: string, me: () => string) {
  const state = ref<TalkState>('closed')
  const stage = shallowRef<Stage | null>(null)
  const streams = shallowRef(new Map<string, MediaStream>())
  const own = shallowRef<MediaStream | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const shows = ref({ audio: false, video: false, screen: false })
  const lacking = ref('')
  const talk = new Talk(lineTo(meeting), me, {
    state: (now) => (state.value = now),
    stage: (now) => (stage.value = now),
    streams: (now, mine) => {
      streams.value = now
      own.value = mine
      shows.value = talk.shows
    },
  })

  useNotices((notice) => {
    const here = notice.kind === 'reconnected' || (notice.kind === 'meeting.stage' && notice.subject === meeting)
    if (here) void talk.look()
  })
  const gone = () => talk.leave()
  window.addEventListener('pagehide', gone)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', gone)
    talk.leave()
  })

  async function tried(doing: () => Promise<void>): Promise<void> {
    problem.value = null
    try {
      await doing()
    } catch (fault) {
      // Whoever closes the browser's own question has changed their mind; that is no fault.
      const refused = fault instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(fault.name)
      if (!refused) problem.value = asProblem(fault)
    }
    shows.value = talk.shows
    lacking.value = talk.lacking
  }

  return {
    state,
    streams,
    own,
    problem,
    shows,
    lacking,
    speakers: computed<Speaker[]>(() => stage.value?.speakers ?? []),
    viewElsewhere: computed(() => stage.value?.view ?? null),
    enter: (video: boolean) => tried(() => talk.enter(video)),
    leave: () => talk.leave(),
    mute: (voice: boolean) => tried(async () => talk.mute(voice)),
    camera: (on: boolean) => tried(() => talk.useCamera(on)),
    screen: (on: boolean) => tried(() => talk.shareScreen(on)),
  }
}
