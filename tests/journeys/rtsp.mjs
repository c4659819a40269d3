// Real cameras for a journey: GStreamer's RTSP server. Killed and begun again it has the same port.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('../../src/adapters/cameras/rtsp_server_for_tests.py', import.meta.url))

export async function startCameras() {
  let server = null
  let port = 0
  async function begin() {
    server = spawn('/usr/bin/python3', [script, ...(port ? [String(port)] : [])], { stdio: ['ignore', 'pipe', 'inherit'] })
    port = await new Promise((settle, fail) => {
      server.once('exit', (code) => fail(new Error(`the RTSP server ended with ${code}`)))
      createInterface({ input: server.stdout }).once('line', (line) => settle(Number(line)))
    })
  }
  const end = () =>
    new Promise((settle) => {
      if (server.exitCode !== null || server.signalCode !== null) return settle()
      server.once('exit', settle)
      server.kill('SIGKILL')
    })
  await begin()
  return { begin, end, address: (path, who = '') => `rtsp://${who}127.0.0.1:${port}/${path}` }
}
