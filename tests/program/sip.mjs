// Calls by telephone and broadcasts to SIP loudspeakers: the real program, a real exchange (kamailio, with passwords) and real
// telephones (baresip). A key answers within half a second; everything else is told as what it was; kill -9 in mid-call.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { command, program, signIn, until, YONGNING } from '../journeys/county.mjs'
import { freeUdpPort, startExchange, startTelephone } from '../telephones/exchange.mjs'

const PASSWORD = 'test-only-8001'
const PATIENCE_ms = 120_000
const ANSWER_MOST_ms = 500
const LOUD = 0.02
const HARBOUR = '350581106205'
const root = new URL('../..', import.meta.url).pathname
const there = (name, ...words) => spawnSync(name, words).error === undefined
const skip = there('baresip', '-h') && there('kamailio', '-v') && there('espeak-ng', '--version') ? false : 'no baresip, kamailio or espeak-ng here'
const numberOf = (i) => `139${String(i).padStart(8, '0')}`

function configure(folder, gateway, line) {
  const file = join(folder, 'anlan.toml')
  writeFileSync(
    file,
    `data = "${folder}/data"\nshared = "${root}data"\nweb = "${root}web/dist"\n\n[[node]]\narea = "${YONGNING}"\nname = "永宁镇"\n` +
      `port = 0\ndemo = true\n\n[node.sip]\ngateway = "${gateway}"\nuser = "8001"\npassword = "${PASSWORD}"\nregister = true\nlines = 8\nlocal = "127.0.0.1"\nport = ${line}\n`,
  )
  return file
}

/** The program, and all it has said. */
async function start(config, said) {
  const running = spawn(program, ['serve', '--config', config], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.stderr.on('data', (bytes) => (said.text += bytes))
  const url = await new Promise((settle, fail) => {
    createInterface({ input: running.stdout }).on('line', (line) => {
      said.text += `${line}\n`
      const [word, , , where] = line.split(' ')
      if (word === 'ready') settle(where)
    })
    running.once('exit', (code) => fail(new Error(`the program ended with ${code}: ${said.text}`)))
  })
  const end = async (signal = 'SIGTERM') => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const gone = once(running, 'exit')
    running.kill(signal)
    await gone
  }
  return { url, end }
}

async function person(desk, i) {
  const said = await desk.post('/api/v1/people', { name: `测试${i}`, phone: numberOf(i), area: YONGNING, full_time: false, lines: [] })
  assert.equal(said.status, 201, JSON.stringify(said.body))
  return said.body.id
}

async function set(desk, key, value) {
  const said = await desk.put(`/api/v1/policy/${key}`, { value, source: '试', clause: '', valid_from: '', mark: '' })
  assert.equal(said.status, 200, JSON.stringify(said.body))
}

async function call(desk, invited) {
  const said = await desk.post('/api/v1/consultations', {
    occasion: 'regular', origin: '', title: '台风红色预警，请立即到岗', place: '', starts_at: null, chair: '', agenda: [], invited, by_video: false,
  })
  assert.equal(said.status, 201, JSON.stringify(said.body))
}

const voice = async (desk) => (await desk.get('/api/v1/channels')).items.find((one) => one.channel === 'voice')
const callOf = async (desk, person) => (await desk.get('/api/v1/calls?open=1&limit=1000')).items.find((one) => one.person === person)
const carryOf = (call) => call?.ladder[0].carries[0]
/** Fails with what the carrying came to instead. */
const carried = async (desk, person, state) => {
  const ended = (one) => [state, 'answered', 'delivered', 'failed'].includes(carryOf(one)?.state)
  const one = await until(() => callOf(desk, person), ended, PATIENCE_ms)
  assert.equal(carryOf(one).state, state, JSON.stringify(carryOf(one)))
  return one
}

/** How many stretches of sound there are with at least a second of silence between. */
function stretches(loudness) {
  let count = 0
  let quiet = 10
  for (const each of loudness) {
    if (each > LOUD && quiet >= 10) count++
    quiet = each > LOUD ? 0 : quiet + 1
  }
  return count
}

test('calls by telephone', { skip, timeout: PATIENCE_ms * 5 }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'anlan-sip-'))
  const said = { text: '' }
  const processes = []
  let station = null
  const keep = async (made) => {
    const one = await made
    processes.push(one)
    return one
  }
  try {
    const exchange = await keep(startExchange(folder, PASSWORD))
    const phone = (i, manner) => keep(startTelephone(folder, numberOf(i), { at: exchange.address, ...manner }))
    const line = await freeUdpPort()
    const config = configure(folder, exchange.address, line)
    station = await start(config, said)
    let desk = await signIn(station.url, 'zhanzhang')
    await set(desk, 'callout.channel.app.rank', 0)
    await until(() => voice(desk), (one) => one?.awake, 60_000)

    await t.test('a key pressed is the answer, within half a second', async () => {
      for (const [i, keys] of [[1, 'rtpevent'], [2, 'info']]) {
        const one = await phone(i, { keys })
        const who = await person(desk, i)
        await call(desk, [who])
        await one.waits('CALL_ESTABLISHED')
        const pressed = performance.now()
        one.press('1')
        await until(() => callOf(desk, who), (call) => call?.state === 'answered', 10_000)
        const took = performance.now() - pressed
        console.log(`${keys}: key to board ${took.toFixed(0)} ms`)
        const call_ = await callOf(desk, who)
        assert.equal(call_.answer_channel, 'voice')
        assert.equal(carryOf(call_).state, 'answered')
        assert.ok(took < ANSWER_MOST_ms, `${took} ms`)
        await one.waits('CALL_CLOSED')
      }
    })

    await t.test('everything else is told as what it was, and answers nothing', async () => {
      const hears = await phone(11)
      const rings = await phone(12, { picksUp: false })
      const cuts = await phone(13)
      const busy = await phone(14)
      const other = await phone(15)
      busy.call(`sip:${numberOf(15)}@${exchange.address}`)
      await busy.waits('CALL_ESTABLISHED')
      const who = []
      for (const i of [11, 12, 13, 14, 16]) who.push(await person(desk, i))
      await call(desk, who)
      await cuts.waits('CALL_ESTABLISHED')
      cuts.hangUp()
      const [heard, rung, cut, taken, nobody] = await Promise.all([
        carried(desk, who[0], 'delivered'),
        ...who.slice(1).map((one) => carried(desk, one, 'failed')),
      ])
      assert.match(carryOf(heard).note_zh, /没有按键/)
      assert.match(carryOf(rung).note_zh, /无人接听/)
      assert.match(carryOf(cut).note_zh, /中途挂断/)
      assert.match(carryOf(taken).note_zh, /占线/)
      assert.match(carryOf(nobody).note_zh, /空号/)
      for (const one of [heard, rung, cut, taken, nobody]) assert.notEqual(one.state, 'answered')
      await hears.waits('CALL_CLOSED')
      const loudness = await until(() => hears.loudness(), (tenths) => stretches(tenths) >= 3, 10_000)
      const loud = loudness.filter((each) => each > LOUD).length / 10
      console.log(`heard: ${(loudness.length / 10).toFixed(1)} s in ${stretches(loudness)} stretches, ${loud.toFixed(1)} s of it speech`)
      assert.equal(stretches(loudness), 3)
      assert.ok(loud > 9, `${loud} s of speech`)
      other.hangUp()
    })

    await t.test('a stranger is refused', async () => {
      const stranger = await keep(startTelephone(folder, numberOf(21)))
      stranger.call(`sip:8001@127.0.0.1:${line}`)
      await stranger.waits('CALL_CLOSED')
      assert.match(stranger.told(), /403/)
      assert.equal(stranger.times('CALL_ESTABLISHED'), 0)
    })

    await t.test('killed in mid-call, the call is neither lost nor answered nor dialled again', async () => {
      const one = await phone(31)
      const who = await person(desk, 31)
      await call(desk, [who])
      await one.waits('CALL_ESTABLISHED')
      await carried(desk, who, 'accepted')
      await station.end('SIGKILL')
      station = await start(config, said)
      desk = await signIn(station.url, 'zhanzhang')
      const cut = await carried(desk, who, 'failed')
      assert.match(carryOf(cut).note_zh, /重新启动/)
      assert.notEqual(cut.state, 'answered')
      assert.equal(one.times('CALL_ESTABLISHED'), 1)
    })

    await t.test('a loudspeaker that is called says what is broadcast', async () => {
      const column = await phone(41)
      const names = { [column.number]: '试验音柱', [numberOf(42)]: '没接的音柱' }
      for (const [address, name] of Object.entries(names)) {
        const sheet = { name, area: HARBOUR, kind: 'sip', address, volume: 80, drill_ok: false, lon: null, lat: null }
        const answer = await desk.post('/api/v1/terminals', { sheet })
        assert.ok(answer.status < 300, JSON.stringify(answer.body))
      }
      const officer = await signIn(station.url, 'zhiban')
      await until(() => desk.get('/api/v1/terminals'), ({ items }) => items.find((one) => one.name === names[column.number])?.hearing === 'heard', 60_000)
      const sheet = {
        purpose: 'emergency', severity: 2, title: '台风红色预警', text: '请沿海群众立即转移到避灾点，不要返回。', siren: false, recording: '', repeats: 2,
        zones: [HARBOUR], pattern: '',
      }
      const { body } = await officer.post('/api/v1/broadcasts', { sheet })
      const released = await desk.post(`/api/v1/broadcasts/${body.id}/release`, { revision: 1, warning: '' })
      assert.equal(released.status, 200, JSON.stringify(released.body))
      const seen = await until(() => desk.get(`/api/v1/broadcasts/${body.id}`), ({ broadcast }) => broadcast.ended_at, PATIENCE_ms)
      const of = (name) => seen.parts.find((part) => part.name === name)
      assert.equal(of(names[column.number]).outcome, 'played', JSON.stringify(seen.parts))
      assert.equal(of(names[numberOf(42)]).outcome, 'failed', JSON.stringify(seen.parts))
      const loud = (await until(() => column.loudness(), (tenths) => stretches(tenths) >= 2, 10_000)).filter((each) => each > LOUD).length / 10
      console.log(`loudspeaker: ${of(names[column.number]).seconds} s played, ${loud.toFixed(1)} s of it speech`)
      assert.ok(loud > 6, `${loud} s of speech`)
    })

    await t.test('a gateway that goes away puts the channel to sleep', async () => {
      await until(() => voice(desk), (one) => one?.awake, 60_000)
      await exchange.stop()
      const gone = performance.now()
      const asleep = await until(() => voice(desk), (one) => !one.awake, 60_000)
      console.log(`gateway gone: asleep after ${((performance.now() - gone) / 1000).toFixed(1)} s`)
      assert.match(asleep.note_zh, /没有回应/)
    })

    for (let i = 1; i < 50; i++) assert.ok(!said.text.includes(numberOf(i)), 'a number stands in the log')
    await station.end()
    station = null
    const proof = command('verify', '--data', `${folder}/data`)
    assert.equal(proof.status, 0, proof.text)
  } finally {
    await station?.end('SIGKILL')
    await Promise.all(processes.map((one) => one.stop()))
    rmSync(folder, { recursive: true, force: true })
  }
})
