// A light participant: sits in a meeting through Anlan's own words as the page does (web/src/meetings/talk.ts), sends a
// synthetic camera and voice, receives everybody else and only counts. A dozen fit where one browser does.
import { createRequire } from 'node:module'
import { camera, microphone } from './camera.mjs'
import { Heard } from './heard.mjs'
import { receive, send } from './peer.mjs'

const { WebSocket } = createRequire(new URL('../../web/package.json', import.meta.url))('ws')
const PASSWORD = 'anlan-demo'
const LOOK_ms = 4_000
const SOON_ms = 250
const NOTHING = { feed: 0, sdp: '', candidates: [], audio: false, video: false, screen: false }

export class Participant {
  speakers = []
  heard = new Map() // by person, kept when they go
  faults = []
  connects = 0 // how often it began anew
  refused = [] // why somebody could not be received at once
  #watched = new Map() // by feed: the connection, or null while it is made
  #round = -1
  #sending = null
  #busy = false
  #again = false
  #live = null
  #timer = null
  #soon = null

  static async signIn(base, login) {
    const one = new Participant()
    one.base = base
    const { token, me } = await one.#post('/api/v1/sessions', { login, password: PASSWORD })
    Object.assign(one, { token, person: me.person, name: me.name })
    return one
  }

  /** Resolves once in the room and sending. */
  async enter(meeting) {
    this.meeting = meeting
    this.voice = microphone()
    this.picture = camera()
    this.entered = Date.now()
    this.seat = (await this.#post(`/api/v1/meetings/${meeting}/seats`)).seat
    this.#live = new WebSocket(`${this.base.replace('http', 'ws')}/api/v1/live`, { headers: this.#headers })
    this.#live.on('message', (words) => {
      const { kind, subject } = JSON.parse(words)
      if (kind === 'meeting.stage' && subject === meeting) void this.#look()
    })
    this.#live.on('error', (fault) => this.faults.push(fault))
    this.#timer = setInterval(() => this.#look(), LOOK_ms)
    await this.#look()
  }

  async leave() {
    clearInterval(this.#timer)
    clearTimeout(this.#soon)
    this.#live?.close()
    this.voice?.stop()
    this.picture?.stop()
    const { seat } = this
    this.seat = ''
    if (seat) await this.#say({ act: 'leave' }, seat).catch(() => undefined)
    this.#round = -1
    await this.#hangUp()
  }

  /** How they stand on the stage as this participant is told of it; undefined: not there. */
  told = (person) => this.speakers.find((each) => each.person === person)
  /** How many frames of somebody have come. */
  frames = (person) => this.heard.get(person)?.frames ?? 0
  /** Since when a person's picture has come, ms after entering. */
  firstFrame = (person) => (this.heard.get(person)?.firstFrame || NaN) - this.entered

  get #headers() {
    return this.token ? { Authorization: `Bearer ${this.token}` } : {}
  }
  async #post(path, body = {}) {
    const headers = { 'Content-Type': 'application/json', ...this.#headers }
    const answer = await fetch(this.base + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  #say = (signal, seat = this.seat) => this.#post(`/api/v1/meetings/${this.meeting}/seats/${seat}/signals`, { ...NOTHING, ...signal })

  async #look() {
    if (!this.seat) return
    if (this.#busy) return void (this.#again = true)
    this.#busy = true
    try {
      do {
        this.#again = false
        await this.#settle((await this.#say({ act: 'keepalive' })).stage)
      } while (this.#again && this.seat)
    } catch (fault) {
      if (this.seat) this.faults.push(fault)
    } finally {
      this.#busy = false
    }
  }

  async #settle({ media, round, speakers }) {
    if (!this.seat) return
    this.speakers = speakers
    if (media !== 'up') return
    if (round !== this.#round) {
      await this.#hangUp()
      await this.#say({ act: 'join' })
      this.#sending = await send(this.voice, this.picture, this.#say)
      this.#round = round
      ++this.connects
      this.#again = true
    }
    this.#follow(speakers.filter((each) => each.feed && each.person !== this.person))
  }

  #follow(wanted) {
    const feeds = new Set(wanted.map((each) => each.feed))
    for (const [feed, pc] of this.#watched) {
      if (feeds.has(feed)) continue
      this.#watched.delete(feed)
      void pc?.close()
      void this.#say({ act: 'unsubscribe', feed }).catch(() => undefined)
    }
    for (const { feed, person } of wanted) if (!this.#watched.has(feed)) void this.#take(feed, person)
  }

  async #take(feed, person) {
    this.#watched.set(feed, null)
    const heard = this.heard.get(person) ?? new Heard()
    this.heard.set(person, heard)
    try {
      const pc = await receive(feed, heard, this.#say)
      if (this.#watched.get(feed) !== null) return void pc.close()
      this.#watched.set(feed, pc)
    } catch (fault) {
      this.refused.push(fault.message)
      this.#watched.delete(feed)
      this.#soon ??= setTimeout(() => ((this.#soon = null), this.#look()), SOON_ms)
    }
  }

  async #hangUp() {
    const all = [this.#sending, ...this.#watched.values()]
    this.#sending = null
    this.#watched.clear()
    await Promise.all(all.map((pc) => pc?.close()))
  }
}
