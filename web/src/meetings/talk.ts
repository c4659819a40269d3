import { asProblem } from '@/api'
import { ownMedia, cameraTrack, screenTrack, type OwnMedia } from './own_media'
import { send, type Sending } from './peer'
import type { Heard, Line, Signal, SignalAnswer, Stage, TalkState } from './signals'
import { Watching } from './watching'

const LOOK_MS = 4_000
const SOON_MS = 250

/**
 * One device in one meeting. Connects by itself again when the media service died, the station restarted or a connection
 * broke: whoever is in the meeting need not enter it again. What is there is told by the stage alone.
 */
export class Talk {
  private seat = ''
  private round = -1
  private media: OwnMedia = { audio: null, camera: null, lacking: '' }
  private screen: MediaStreamTrack | null = null
  private own: MediaStream | null = null
  private shown: MediaStreamTrack | null = null
  private sending: Sending | null = null
  private readonly watching = new Watching(
    (signal) => this.say(signal),
    () => this.tellStreams(),
    () => this.line.ways(),
    () => (this.soon ||= window.setTimeout(() => ((this.soon = 0), void this.look()), SOON_MS)),
  )
  private timer = 0
  private soon = 0
  private busy = false
  private again = false
  voice = true

  constructor(
    private readonly line: Line,
    private readonly me: () => string,
    private readonly heard: Heard,
  ) {}

  get lacking() {
    return this.media.lacking
  }
  private get picture(): MediaStreamTrack | null {
    return this.screen ?? this.media.camera
  }
  get shows() {
    return { audio: this.voice && this.media.audio !== null, video: this.picture !== null, screen: this.screen !== null }
  }

  async enter(wantsVideo: boolean): Promise<void> {
    performance.mark('meeting.enter')
    this.turn('entering')
    const seat = this.line.takeSeat()
    seat.catch(() => undefined)
    void this.line.ways()
    this.media = await ownMedia(wantsVideo)
    try {
      this.seat = await seat
    } catch (fault) {
      this.stop('closed')
      throw fault
    }
    this.tellStreams()
    this.timer = window.setInterval(() => this.look(), LOOK_MS)
    await this.look()
  }

  leave(): void {
    if (this.seat) this.line.leave(this.seat)
    this.stop('closed')
  }

  /** Asks how things stand and makes it so here. Safe to call at any time. */
  async look(): Promise<void> {
    if (!this.seat) return
    if (this.busy) {
      this.again = true
      return
    }
    this.busy = true
    try {
      do {
        this.again = false
        await this.settle((await this.say({ act: 'keepalive' })).stage)
      } while (this.again && this.seat)
    } catch (fault) {
      this.again = false
      await this.mend(fault)
    } finally {
      this.busy = false
    }
    if (this.again) void this.look()
  }

  mute(voice: boolean): void {
    this.voice = voice
    if (this.media.audio) this.media.audio.enabled = voice
    this.tellState()
  }

  async useCamera(on: boolean): Promise<void> {
    this.media.camera?.stop()
    this.media.camera = on ? await cameraTrack() : null
    await this.showPicture()
  }

  async shareScreen(on: boolean): Promise<void> {
    this.screen?.stop()
    this.screen = on ? await screenTrack() : null
    this.screen?.addEventListener('ended', () => void this.shareScreen(false))
    await this.showPicture()
  }

  private async showPicture(): Promise<void> {
    await this.sending?.show(this.picture)
    this.tellStreams()
    this.tellState()
  }

  private tellState(): void {
    if (this.seat) void this.say({ act: 'state', ...this.shows }).catch(() => undefined)
  }

  private say(signal: Signal): Promise<SignalAnswer> {
    return this.line.say(this.seat, signal)
  }

  private async settle(stage: Stage): Promise<void> {
    if (!this.seat) return
    if (stage.moved) return this.stop('moved')
    this.heard.stage(stage)
    if (stage.media !== 'up') return this.turn('waiting')
    if (stage.round !== this.round) await this.connect(stage.round)
    this.turn('open')
    this.watching.follow(stage.speakers.filter((each) => each.person !== this.me()))
  }

  private async connect(round: number): Promise<void> {
    this.hangUp()
    await this.say({ act: 'join' })
    if (this.media.audio || this.picture) {
      this.sending = await send(this.media.audio, this.picture, this.shows, (signal) => this.say(signal), () => this.line.ways())
      this.guard(this.sending.pc)
    }
    this.round = round
    this.again = true // Others may have come while this was under way.
  }

  /** A broken connection is made anew, all of it: that is rare, and one way is easier to trust than two. */
  private guard(pc: RTCPeerConnection): void {
    pc.onconnectionstatechange = () => {
      if (pc.connectionState !== 'failed' || !this.seat) return
      this.round = -1
      void this.look()
    }
  }

  private async mend(fault: unknown): Promise<void> {
    const problem = asProblem(fault)
    if (problem.code === 'seat_unknown') {
      this.round = -1
      try {
        this.seat = await this.line.takeSeat()
        this.again = true
      } catch {
        this.stop('lost')
      }
    } else if (problem.code === 'already_closed' || problem.code === 'not_permitted') this.stop('closed')
    else this.turn('waiting') // The next look tries again.
  }

  private hangUp(): void {
    this.sending?.pc.close()
    this.sending = null
    this.watching.close()
    this.tellStreams()
  }

  private stop(state: TalkState): void {
    window.clearInterval(this.timer)
    this.seat = ''
    this.round = -1
    this.hangUp()
    for (const track of [this.media.audio, this.media.camera, this.screen]) track?.stop()
    this.media = { audio: null, camera: null, lacking: '' }
    this.screen = null
    this.tellStreams()
    this.turn(state)
  }

  private turn(state: TalkState): void {
    this.heard.state(state)
  }

  private tellStreams(): void {
    if (this.picture !== this.shown) {
      this.shown = this.picture
      this.own = this.picture ? new MediaStream([this.picture]) : null
    }
    this.heard.streams(this.watching.streams, this.own)
  }
}
