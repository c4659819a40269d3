// kill -9 at any instant: what was acknowledged is there after the restart, and every journal proves itself.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import assert from 'node:assert'

const program = process.env.ANLAN_PROGRAM
const port = 18300 + (process.pid % 500)
const town = `http://127.0.0.1:${port + 3}`

function start(data) {
  const child = spawn(program, ['demo', '--data', data, '--port', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve) => {
    let text = ''
    child.stdout.on('data', (piece) => {
      text += piece
      if (text.split('ready ').length > 5) resolve(child)
    })
  })
}

async function ask(path, options = {}, token = '') {
  return fetch(town + path, { ...options, headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) } })
}

async function login(name) {
  const answer = await ask('/api/v1/sessions', { method: 'POST', body: JSON.stringify({ login: name, password: 'anlan-demo' }) })
  return (await answer.json()).token
}

async function writeUntilDead(token, kept) {
  for (let i = 0; ; i++) {
    const answer = await ask('/api/v1/suggestions', { method: 'POST', body: JSON.stringify({ text: `测试 ${i}` }) }, token)
    if (answer.status === 201) kept.push((await answer.json()).id)
  }
}

test('nothing acknowledged is lost when the process is killed', { timeout: 120_000 }, async () => {
  const data = mkdtempSync(join(tmpdir(), 'anlan-kill-'))
  const kept = []
  try {
    for (let round = 0; round < 3; round++) {
      const child = await start(data)
      const token = await login('zhiban')
      const writers = Array.from({ length: 8 }, () => writeUntilDead(token, kept).catch(() => {}))
      const before = kept.length
      while (kept.length < before + 150 + 40 * round) await new Promise((go) => setImmediate(go))
      child.kill('SIGKILL')
      await Promise.all(writers)
    }
    const proof = spawnSync(program, ['verify', '--data', data], { encoding: 'utf8' })
    assert.equal(proof.status, 0, proof.stdout)
    const child = await start(data)
    const token = await login('shenji')
    for (const id of kept) {
      const page = await (await ask(`/api/v1/journal?subject=${id}`, {}, token)).json()
      assert.equal(page.items.length, 1, `entry of ${id}`)
    }
    console.log(`${kept.length} acknowledged, all there`)
    child.kill('SIGTERM')
    await new Promise((gone) => child.on('exit', gone))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})
