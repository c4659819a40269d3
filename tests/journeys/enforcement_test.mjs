// The enforcement team acts by law on its pages: an inspection is begun by two certified officers, recorded and signed on
// the screen, ordered to be rectified, re-checked and closed; every paper can be taken as a file.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signIn, startCounty, until } from './county.mjs'
import { enter, launch } from './screen.mjs'

let county, browser, page, officer, inspection

before(async () => {
  county = await startCounty()
  officer = await signIn(county.url(), 'zhifa')
  browser = await launch()
  page = await enter(browser, county.url(), { login: 'zhifa', kind: 'desk' })
})
after(async () => {
  await browser?.close()
  await county?.stop()
  county?.remove()
})

async function draw(name) {
  const field = page.getByRole('img', { name: `${name} 签名处` })
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  await page.mouse.move(box.x + 40, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 4 })
  await page.mouse.up()
}
const read = () => officer.get(`/api/v1/enforcement/inspections/${inspection}`)

test('the officer begins on the desk of the team, with the one thing that is due', async () => {
  assert.equal(new URL(page.url()).pathname, '/enforcement')
  await page.getByRole('region', { name: '现在要办' }).getByRole('button', { name: '去办' }).waitFor()
})

test('an expired certificate cannot be chosen, and one officer alone is refused', async () => {
  await page.goto(`${county.url()}/enforcement/inspections?start=1`)
  const dialog = page.getByRole('dialog', { name: '开始检查' })
  await dialog.getByText(/已到期/).waitFor()
  await dialog.getByLabel('检查对象').selectOption({ index: 2 })
  await dialog.getByLabel(/没有利害关系/).check()
  await dialog.getByRole('button', { name: '开始', exact: true }).click()
  await dialog.getByText(/不得少于2人/).waitFor()
})

test('two certified officers record it, sign it, and the party refuses', async () => {
  const dialog = page.getByRole('dialog', { name: '开始检查' })
  const boxes = dialog.getByRole('group', { name: /执法人员/ }).getByRole('checkbox')
  for (let at = 0; at < (await boxes.count()); at++) if (await boxes.nth(at).isEnabled()) await boxes.nth(at).check()
  await dialog.getByRole('button', { name: '开始', exact: true }).click()
  await page.waitForURL(/inspections\/[0-9A-Za-z]+$/)
  inspection = page.url().split('/').pop()
  const form = page.getByRole('form', { name: '现场检查记录' })
  await form.getByLabel(/已出示执法证件/).check()
  const { checklist, officers } = await read()
  for (const item of checklist.items.slice(1)) await form.locator(`input[name="item-${item.code}"][value="pass"]`).check()
  await form.locator(`input[name="item-${checklist.items[0].code}"][value="fail"]`).check()
  await form.getByLabel('隐患内容').fill('<img src=x onerror=alert(1)>加油区杂物堆放')
  await form.getByRole('textbox', { name: '检查情况' }).fill('加油区有杂物')
  await form.getByRole('button', { name: '保存记录' }).click()
  await form.getByText(/每名执法人员都要签名/).waitFor()
  for (const each of officers) await draw(`执法人员 ${each.name}`)
  await form.getByLabel('拒签情况').fill('负责人离开现场')
  await form.getByRole('button', { name: '保存记录' }).click()
  await page.getByText('<img src=x onerror=alert(1)>加油区杂物堆放').first().waitFor()
})

test('an order in the past is refused, one in time gets a number and a clock', async () => {
  await page.getByLabel('整改期限').fill('2020-01-01')
  await page.getByLabel('整改要求').fill('清理杂物')
  await page.getByRole('button', { name: '下达指令' }).click()
  await page.getByText('期限不能早于今天').waitFor()
  const due = new Date(Date.now() + 10 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  await page.getByLabel('整改期限').fill(due)
  await page.getByRole('button', { name: '下达指令' }).click()
  await page.getByText(`期限 ${due}`).waitFor()
  const { papers } = await read()
  assert.deepEqual(papers.map((each) => each.kind), ['plan', 'record', 'order'])
  for (const kind of ['docx', 'pdf']) {
    const file = await page.request.get(`${county.url()}/api/v1/enforcement/papers/${papers[2].id}/document.${kind}`)
    assert.equal(file.status(), 200)
    assert.ok((await file.body()).length > 2000)
  }
})

test('what was done is noted, re-checked and closed', async () => {
  await page.getByRole('button', { name: '登记整改情况' }).click()
  const dialog = page.getByRole('dialog', { name: '登记整改情况' })
  await dialog.getByLabel('整改情况').fill('杂物已清理')
  await dialog.getByRole('button', { name: '登记整改情况' }).click()
  const form = page.getByRole('form', { name: '整改复查' })
  await form.getByLabel('已整改').check()
  await form.getByLabel('复查意见').fill('已整改到位')
  await form.getByLabel(/已出示执法证件/).check()
  await form.getByLabel(/没有利害关系/).check()
  for (const each of (await read()).officers) await draw(`执法人员 ${each.name}`)
  await draw('被检查单位负责人')
  await form.getByRole('button', { name: '保存复查意见' }).click()
  const detail = await until(read, (got) => got.inspection.state === 'closed')
  assert.equal(detail.papers.at(-1).kind, 'recheck')
  assert.deepEqual(page.faults, [])
})
