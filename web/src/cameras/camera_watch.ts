import { asProblem, type Problem } from '@/api'
import { receive } from '@/meetings/peer'
import type { CameraLine, CameraWord, ViewingAnswer, ViewingSignal } from './line'

export interface Seen {
  word(word: CameraWord): void
  stream(stream: MediaStream | null): void
  /** What cannot mend itself: it is said, and nothing more is tried. */
  problem(problem: Problem | null): void
}

const COMING_MS = 700
const LOOK_MS = 3_000
/** What passes by itself: the service or the station began anew, the line broke, the viewing was given up. */
const PASSES = new Set(['viewing_unknown', 'media_down', 'stopping'])
const passes = (problem: Problem) => problem.offline || problem.status >= 500 || PASSES.has(problem.code)

/** One device watching one camera. Begins again by itself when what carries the picture does. */
export class CameraWatch {
  private viewing = ''
  private pc: RTCPeerConnection | null = null
  private timer = 0
  private open = false
  private live = false

  constructor(
    private readonly line: CameraLine,
    private readonly seen: Seen,
  ) {}

  async watch(): Promise<void> {
    this.close()
    performance.mark('camera.press')
    this.open = true
    this.seen.problem(null)
    await this.look()
  }

  close(): void {
    window.clearTimeout(this.timer)
    this.open = false
    if (this.viewing) this.line.leave(this.viewing)
    this.forget()
  }

  /** Asks how things stand and makes it so here. */
  private async look(): Promise<void> {
    try {
      if (!this.viewing) await this.begin()
      if (!this.pc && this.open) await this.connect()
      if (this.open) this.tell(await this.say({ act: 'keepalive' }))
    } catch (fault) {
      this.heed(asProblem(fault))
    }
    if (this.open) this.timer = window.setTimeout(() => void this.look(), this.live ? LOOK_MS : COMING_MS)
  }

  private async begin(): Promise<void> {
    const viewing = await this.line.begin()
    if (this.open) this.viewing = viewing
    else this.line.leave(viewing)
  }

  private async connect(): Promise<void> {
    const stream = new MediaStream()
    const pc = await receive(0, stream, (signal) => this.say(signal as ViewingSignal), () => this.line.ways())
    if (!this.open) return pc.close()
    this.pc = pc
    pc.onconnectionstatechange = () => {
      if (pc.connectionState !== 'failed' || this.pc !== pc) return
      pc.close()
      this.pc = null // The next look connects again.
    }
    this.seen.stream(stream)
  }

  private say({ act, sdp, candidates }: ViewingSignal): Promise<ViewingAnswer> {
    return this.line.say(this.viewing, { act, sdp: sdp ?? '', candidates: candidates ?? [] })
  }

  private tell(answer: ViewingAnswer): void {
    this.live = answer.camera.state === 'live'
    this.seen.word(answer.camera)
  }

  private heed(problem: Problem): void {
    if (!this.open) return
    this.forget()
    this.seen.problem(problem)
    if (!passes(problem)) this.open = false
  }

  private forget(): void {
    this.pc?.close()
    this.pc = null
    this.viewing = ''
    this.live = false
    this.seen.stream(null)
  }
}
