// A grid: drawn on the map, red without people, staffed; its member reports without signal, once; the desk makes an
// incident of it, and the answer returns to the telephone.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

const pictures = process.env.SHOTS
const WORDS = '测试作坊堵住逃生通道，电线冒火花'
let county, browser, desk, phone, officer, report

async function picture(page, name) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const size = page.viewportSize()
  for (const [width, height] of size.width < 500 ? [[390, 844]] : [[1920, 1080], [1366, 768], [390, 844]]) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${pictures}/${name}_${width}x${height}.png`, fullPage: width < 500 })
  }
  await page.setViewportSize(size)
}
const told = async () => (await officer.get('/api/v1/grid-reports?limit=300')).items.filter((each) => each.words === WORDS)

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhiban')
  browser = await launch()
  desk = await enter(browser, county.url(), { login: 'zhiban', kind: 'desk' })
  phone = await enter(browser, county.url(), { login: 'wangge', kind: 'phone' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

test('a grid drawn on the map is red until somebody looks after it', async () => {
  await desk.goto(`${county.url()}/grid`)
  await desk.locator('.canvas[data-drawn=yes]').waitFor()
  await picture(desk, 'grid')
  await desk.getByRole('button', { name: '划网格' }).click()
  const map = desk.locator('.canvas canvas')
  const form = desk.getByRole('form', { name: '划网格' })
  await map.click({ position: { x: 300, y: 260 } })
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('请写网格名称').waitFor()
  await form.getByLabel('网格名称').fill('测试新网格')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('请在图上至少点三个角').waitFor()
  for (const [x, y] of [[340, 260], [340, 300], [300, 300]]) await map.click({ position: { x, y } })
  await desk.getByText('已点 4 个角').waitFor()
  await form.getByRole('button', { name: '保存' }).click()
  const card = desk.locator('[data-grid="测试新网格"]')
  await card.getByText('没有人员').first().waitFor()
  await picture(desk, 'grid_drawn')
  await card.getByRole('button', { name: '定人员' }).click()
  const dialog = desk.locator('dialog[open]')
  await dialog.getByRole('button', { name: '加一人' }).click()
  const person = dialog.getByLabel('人员').first()
  await person.selectOption(await person.locator('option', { hasText: '网格员' }).first().getAttribute('value'))
  await dialog.getByRole('button', { name: '保存' }).click()
  await card.getByText('没有人员').first().waitFor({ state: 'detached' })
})

test('a report without signal is kept on the phone and arrives once', async () => {
  await phone.goto(`${county.url()}/m/grid`)
  await phone.getByLabel('是什么').locator('option', { hasText: '火灾隐患' }).waitFor({ state: 'attached' })
  await phone.context().setOffline(true)
  await phone.getByLabel('是什么').selectOption('fire')
  await phone.getByLabel('看到了什么').fill(WORDS)
  await phone.getByLabel('在哪里').fill('测试路 8 号')
  await phone.getByRole('button', { name: '需立即处置' }).click()
  await phone.getByRole('button', { name: '上报值班室' }).click()
  await phone.getByText('没有信号，先存在手机上').waitFor()
  await phone.getByText('还没送出').waitFor()
  await picture(phone, 'phone_grid_offline')
  assert.equal((await told()).length, 0)
  await phone.context().setOffline(false)
  await until(told, (all) => all.length > 0)
  await phone.locator('[data-report=fresh]', { hasText: WORDS }).waitFor()
  assert.equal((await told()).length, 1)
  report = (await told())[0].id
})

test('the same report sent again is the same, and a place that is none is refused', async () => {
  const member = await signIn(county.url(), 'wangge')
  const body = { key: 'device:1', kind: 'water', words: '路口积水', place: '测试路口' }
  const first = await member.post('/api/v1/grid-reports', body)
  const again = await member.post('/api/v1/grid-reports', { ...body, words: '改了字' })
  assert.deepEqual([first.status, again.body.id], [201, first.body.id])
  const nowhere = await member.post('/api/v1/grid-reports', { ...body, key: 'device:2', lon: 0, lat: 0 })
  assert.deepEqual([nowhere.status, nowhere.body.field], [422, 'lon'])
})

test('the desk makes an incident of it without typing it again', async () => {
  await desk.goto(`${county.url()}/grid/reports`)
  await picture(desk, 'grid_reports')
  await desk.getByRole('link', { name: WORDS }).click()
  await desk.getByRole('button', { name: '转突发事件' }).click()
  const form = desk.getByRole('form', { name: '转突发事件' })
  await picture(desk, 'grid_report')
  await form.getByRole('button', { name: '转突发事件' }).click()
  await desk.getByRole('link', { name: '打开事件' }).waitFor()
  const { incident } = (await officer.get(`/api/v1/grid-reports/${report}`)).report
  const taken = await officer.get(`/api/v1/incidents/${incident}`)
  assert.equal(taken.account.course, WORDS)
  assert.equal(taken.incident.source, 'grid')
  await phone.locator('[data-report=incident]', { hasText: WORDS }).waitFor()
})

test('when the incident is over, the answer is on the phone', async () => {
  const { incident } = (await officer.get(`/api/v1/grid-reports/${report}`)).report
  const untrue = await officer.post(`/api/v1/incidents/${incident}/verify`, { real: false, words: '现场查看为装修切割火花，已叫停' })
  assert.equal(untrue.status, 200)
  await phone.getByText('装修切割火花，已叫停').waitFor()
  await picture(phone, 'phone_grid_answer')
  const found = await officer.get(`/api/v1/search?q=${encodeURIComponent('逃生通道')}`)
  assert.ok(found.items.some((each) => each.kind === 'grid_report'))
  assert.deepEqual([...desk.faults, ...phone.faults], [])
})
