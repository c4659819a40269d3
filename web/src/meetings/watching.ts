import { receive } from './peer'
import type { Signal, SignalAnswer, Speaker } from './signals'

interface Watched {
  person: string
  stream: MediaStream
  pc: RTCPeerConnection | null
}

/** What this device receives of the others, one connection each. */
export class Watching {
  private watched = new Map<number, Watched>()

  constructor(
    private readonly say: (signal: Signal) => Promise<SignalAnswer>,
    private readonly changed: () => void,
    private readonly ways: () => Promise<RTCConfiguration>,
    private readonly failed: () => void,
  ) {}

  get streams(): Map<string, MediaStream> {
    return new Map([...this.watched.values()].map((each) => [each.person, each.stream]))
  }

  /** Lets go of those who no longer send, takes in those who do. */
  follow(speakers: Speaker[]): void {
    const wanted = new Map(speakers.filter((each) => each.feed).map((each) => [each.feed, each.person]))
    for (const [feed, one] of this.watched) {
      if (wanted.has(feed)) continue
      one.pc?.close()
      this.watched.delete(feed)
      void this.say({ act: 'unsubscribe', feed }).catch(() => undefined)
    }
    for (const [feed, person] of wanted) if (!this.watched.has(feed)) void this.take(feed, person)
    this.changed()
  }

  close(): void {
    for (const one of this.watched.values()) one.pc?.close()
    this.watched.clear()
  }

  private async take(feed: number, person: string): Promise<void> {
    const one: Watched = { person, stream: new MediaStream(), pc: null }
    this.watched.set(feed, one)
    const drop = () => this.watched.get(feed) === one && this.watched.delete(feed) // The next look tries again.
    try {
      const pc = await receive(feed, one.stream, this.say, this.ways)
      if (this.watched.get(feed) !== one) return pc.close()
      one.pc = pc
      pc.onconnectionstatechange = () => {
        if (pc.connectionState === 'failed') drop()
      }
      this.changed()
    } catch {
      // Whoever has only just come cannot be received until their own connection stands.
      if (drop()) this.failed()
    }
  }
}
