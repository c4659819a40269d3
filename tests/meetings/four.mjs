// Four stations on three levels, as they stand in four buildings: each a process with its own data, its own nats-server and
// its own Janus; a prefecture, its county, two towns of it. The line from the county to one
// of the towns, words and media of it, can be cut; all others are as they are.
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countyConfig, COUNTY, freePort, joinStation, serve, TOWNS } from '../../tools/county.mjs'
import { signIn, until } from '../journeys/county.mjs'
import { startJanus } from '../journeys/janus.mjs'
import { relay } from '../program/relay.mjs'
import { freeUdpPort } from '../program/udp_relay.mjs'
import { udpRelayApart } from '../program/udp_relay_apart.mjs'
import { Participant } from './participant.mjs'

export const PREFECTURE = { area: '350500000000', name: '泉州市' }
export const [NEAR, FAR] = [TOWNS[2], TOWNS[3]]
export { COUNTY }
export const STATIONS = [PREFECTURE, COUNTY, NEAR, FAR]
const ABOVE = new Map([[COUNTY, PREFECTURE], [NEAR, COUNTY], [FAR, COUNTY]])
/** Log-ins of two people of each station, no two of whom have the same name; the first may hold meetings. */
const PEOPLE = new Map([
  [PREFECTURE, ['shiju', 'zhiban']],
  [COUNTY, ['zhanzhang', 'zhiban']],
  [NEAR, ['zhiban', 'duizhang']],
  [FAR, ['zhenzhang', 'cunzhang']],
])
export const peopleOf = (each) => PEOPLE.get(each)
const LINKED_ms = 60_000

/** Somebody who asks and is answered with the body alone, as `joinStation` wishes. */
async function asking(url, login) {
  const one = await signIn(url, login)
  return { get: one.get, post: async (path, body = {}) => (await one.post(path, body)).body }
}

export async function startFour() {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-four-'))
  const home = ({ area }) => join(folder, area)
  const config = (each) => join(home(each), 'anlan.toml')
  const running = new Map() // by station: its program, its Janus, its line upwards
  const of = (each) => running.get(each)

  const join_ = async (each, above) =>
    joinStation(await asking(of(above).node.url, 'admin'), of(above).node.url, each, home(each), await freePort(), each === COUNTY ? await freePort() : 0)
  /** A station's line upwards, with something in between that can be cut. */
  async function between(each, above) {
    const file = join(home(each), each.area, 'parent.json')
    const parent = JSON.parse(readFileSync(file, 'utf8'))
    const words = await relay(parent.leaf_port)
    writeFileSync(file, JSON.stringify({ ...parent, leaf_port: words.port }))
    const media = await udpRelayApart(of(above).mediaPort)
    const both = (doing) => [words, media].forEach((each) => each[doing]())
    return { media, cut: () => both('cut'), mend: () => both('mend'), close: () => both('close') }
  }
  async function start(each, nth) {
    const above = ABOVE.get(each)
    if (!above) {
      mkdirSync(home(each), { recursive: true })
      writeFileSync(config(each), countyConfig(home(each), await freePort(), await freePort(), each))
    }
    if (above) await join_(each, above)
    const own = { mediaPort: await freeUdpPort(), line: each === FAR ? await between(each, above) : null }
    running.set(each, own)
    own.janus = await startJanus(join(folder, `janus${nth}`), nth)
    const dials = own.line ? `above = "127.0.0.1:${own.line.media.port}"\n` : ''
    appendFileSync(config(each), `\n[node.janus]\nsocket = "${own.janus.socket}"\nstations_port = ${own.mediaPort}\n${dials}`)
    own.node = await serve(config(each))
  }
  async function linked(each, above) {
    const upper = await signIn(of(above).node.url, peopleOf(above)[0])
    await until(() => upper.get('/api/v1/links'), ({ items }) => items.some(({ area, up }) => area === each.area && up), LINKED_ms)
  }
  async function stop() {
    await Promise.all([...running.values()].map(({ node }) => node?.end()))
    await Promise.all([...running.values()].map(({ janus }) => janus?.stop()))
    for (const { line } of running.values()) line?.close()
    if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true })
  }

  try {
    for (const [nth, each] of STATIONS.entries()) await start(each, nth)
    for (const [each, above] of ABOVE) await linked(each, above)
  } catch (fault) {
    await stop()
    throw fault
  }
  return {
    stop,
    url: (each) => of(each).node.url,
    pid: (each) => of(each).node.pid,
    janus: (each) => of(each).janus,
    /** Between the county and `FAR`: `cut` and `mend` it, or its `media` alone. */
    line: of(FAR).line,
  }
}

async function done(asked) {
  const { status, body } = await asked
  if (status !== 200 && status !== 201) throw new Error(JSON.stringify(body))
  return body
}

/** The two of a station are invited to its meeting, and nobody's telephone rings. */
async function invite(four, each, meeting) {
  const [holder, other] = await Promise.all(peopleOf(each).map((login) => signIn(four.url(each), login)))
  await done(holder.post(`/api/v1/meetings/${meeting}/invite`, { guests: [holder.me.person, other.me.person], rings: false }))
  return meeting
}

/** A meeting of the prefecture; its id. */
export async function openMeeting(four, title) {
  const holder = await signIn(four.url(PREFECTURE), peopleOf(PREFECTURE)[0])
  const { id } = await done(holder.post('/api/v1/meetings', { id: '', title, origin: '', guests: [holder.me.person], rings: false }))
  return invite(four, PREFECTURE, id)
}

/** The meeting that a station has opened because the one above joined it to `upper`; its id. */
export async function joinedMeeting(four, each, upper) {
  const holder = await signIn(four.url(each), peopleOf(each)[0])
  const wanted = (page) => page.items.find(({ origin }) => origin === `above:${upper}`)
  return invite(four, each, wanted(await until(() => holder.get('/api/v1/meetings'), wanted, LINKED_ms)).id)
}

/** One meeting of all four stations, joined downwards hop by hop; ids by station. */
export async function meetOnThreeLevels(four, title) {
  const ids = new Map([[PREFECTURE, await openMeeting(four, title)]])
  for (const [each, above] of ABOVE) {
    const holder = await signIn(four.url(above), peopleOf(above)[0])
    await done(holder.post(`/api/v1/meetings/${ids.get(above)}/span`, { to: [each.area] }))
    ids.set(each, await joinedMeeting(four, each, ids.get(above)))
  }
  return ids
}

/** Everybody there is, signed in and not yet in the meeting, with their `station`. */
export async function everybody(four) {
  const all = []
  for (const station of STATIONS)
    for (const login of peopleOf(station)) all.push(Object.assign(await Participant.signIn(four.url(station), login), { station, login }))
  return all
}
