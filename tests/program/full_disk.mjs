// A disk filled to the last byte: what cannot be saved is refused in plain words and leaves nothing half-done, reading goes
// on, and when there is room again the station works without a restart. Needs the right to mount; skipped (77) without.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, rmdirSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signIn, until, YONGNING } from '../journeys/county.mjs'
import { program, start } from './node.mjs'

const SIZE = '160m' // the county by itself takes a third of it
const disk = mkdtempSync(join(tmpdir(), 'anlan-full-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', disk], { encoding: 'utf8' })
if (mounted.status !== 0) {
  rmdirSync(disk)
  console.log(`no small disk can be mounted here: ${mounted.stderr ?? mounted.error}`)
  process.exit(77)
}

const ballast = join(disk, 'ballast')
/** Bytes written until not one more went in. */
function fill() {
  const file = openSync(ballast, 'a')
  let bytes = 0
  for (let block = Buffer.alloc(1 << 20, 'x'); block.length > 0; ) {
    try {
      bytes += writeSync(file, block)
    } catch (fault) {
      if (fault.code !== 'ENOSPC') throw fault
      block = block.subarray(0, block.length >> 1)
    }
  }
  closeSync(file)
  return bytes
}

const suggest = async (who, text) => who.post('/api/v1/suggestions', { text })
const entriesOf = async (auditor, subject) => (await auditor.get(`/api/v1/journal?subject=${subject}`)).items.length
const entries = async (url) => (await (await fetch(`${url}/healthz`)).json()).entries

/** Fills, and goes on filling what SQLite gives back, until a command is refused. */
async function untilRefused(who, kept) {
  for (let round = 0; round < 2000; round++) {
    fill()
    const answer = await suggest(who, `测试 ${round} ${'满'.repeat(300)}`)
    if (answer.status !== 201) return answer
    kept.push(answer.body.id)
  }
  throw new Error('a full disk took every command')
}

async function story(county) {
  const url = county.url(YONGNING)
  const officer = await signIn(url, 'zhiban')
  const auditor = await signIn(url, 'shenji')
  const kept = []
  for (let i = 0; i < 20; i++) kept.push((await suggest(officer, `测试 ${i}`)).body.id)

  for (const round of [1, 2]) {
    const refused = await untilRefused(officer, kept)
    assert.equal(refused.status, 507, JSON.stringify(refused.body))
    assert.equal(refused.body.code, 'storage_full')
    assert.match(refused.body.message_zh, /磁盘已满/)
    assert.match(refused.body.message_en, /disk is full/)

    // Of what is asked at once nothing is half-done: the journal grows by what was acknowledged and by nothing else. (A small
    // one may still find room in pages the store has already.)
    const before = await entries(url)
    const crowd = await Promise.all(Array.from({ length: 40 }, (_, i) => suggest(officer, `测试 ${i} ${'满'.repeat(400)}`)))
    const refusals = crowd.filter((each) => each.status !== 201)
    for (const each of refusals) assert.deepEqual([each.status, each.body.code], [507, 'storage_full'])
    assert.ok(refusals.length > 30, `${refusals.length} refused`)
    const taken = crowd.filter((each) => each.status === 201).map((each) => each.body.id)
    assert.equal(await entries(url), before + taken.length)
    kept.push(...taken)
    // A frame, a scan of 200 kB and the end mark: a photo as far as the station looks.
    const frame = [0xff, 0xd8, 0xff, 0xc0, 0, 3, 1, 0xff, 0xda, 0, 3, 1]
    const photo = Buffer.concat([Buffer.from(frame), Buffer.alloc(200_000, 1), Buffer.from([0xff, 0xd9])])
    const folder = join(disk, 'county', YONGNING, 'attachments')
    const held = () => readdirSync(folder, { recursive: true }).sort()
    const heldBefore = held()
    const unsaved = await officer.post('/api/v1/attachments', photo, 'application/octet-stream')
    assert.deepEqual([unsaved.status, unsaved.body.code], [507, 'storage_full'], JSON.stringify(unsaved.body))
    assert.deepEqual(held(), heldBefore, 'no piece of the photo is left')

    // Reading goes on, also for pages never asked before.
    assert.equal((await fetch(`${url}/healthz`)).status, 200)
    assert.ok((await officer.get('/api/v1/responses?state=all')).items)
    assert.equal(await entriesOf(auditor, kept[0]), 1)
    assert.equal((await (await fetch(`${url}/`)).text()).includes('<html'), true)

    rmSync(ballast)
    const again = await until(
      () => suggest(officer, `测试 又可以保存 ${round}`),
      (answer) => answer.status === 201,
    )
    kept.push(again.body.id)
    assert.ok(county.alive())
  }
  // Somebody new can come in, and deadlines and checkpoints are saved again.
  await signIn(url, 'zhanzhang')
  for (const id of kept) assert.equal(await entriesOf(auditor, id), 1, `entry of ${id}`)
  return kept.length
}

let county
try {
  county = await start(['demo', '--data', join(disk, 'county'), '--port', '0'], 5)
  const kept = await story(county)
  assert.equal(await county.stop(), 0)
  county = undefined
  const proof = spawnSync(program, ['verify', '--data', join(disk, 'county')], { encoding: 'utf8' })
  assert.equal(proof.status, 0, proof.stdout + proof.stderr)
  console.log(`${kept} acknowledged, all there; ${readdirSync(join(disk, 'county')).length} journals prove`)
} catch (fault) {
  console.error(fault, county?.said.slice(-20).join('\n'))
  process.exitCode = 1
} finally {
  await county?.stop()
  const let_go = spawnSync('umount', [disk], { encoding: 'utf8' })
  if (let_go.status !== 0) console.error(let_go.stderr)
  rmdirSync(disk)
}
