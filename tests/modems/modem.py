#!/usr/bin/env python3
"""A GSM modem on a pseudo-terminal (3GPP TS 27.005, PDU mode), for tests: it stands in for the hardware alone.
modem.py LINK LOG [IMEI]   LINK: where the device's name appears; LOG: what was sent, a JSON line each, fsynced before "OK".
What it is told to do stands in LINK.mood: ok, error, silent, swallow (takes one and says nothing), gone, noreport. Messages to arrive: LINK.inbox (hex PDUs)."""
import json, os, pty, select, sys, termios, time, tty

CENTRE = '8613800595500'

link, log_path = sys.argv[1], sys.argv[2]
imei = sys.argv[3] if len(sys.argv) > 3 else '350000000000001'
log = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
stored, reports, state = {}, [], dict(reference=0, index=0, typing=None, echo=True, cnmi_report=False, swallowed=False)


def open_device():
    master, slave = pty.openpty()
    tty.setraw(slave)
    if os.path.islink(link):
        os.unlink(link)
    os.symlink(os.ttyname(slave), link)
    return master, slave


def mood():
    try:
        with open(link + '.mood') as words:
            return words.read().strip()
    except FileNotFoundError:
        return 'ok'


def semi(digits):
    digits += 'F' * (len(digits) % 2)
    return ''.join(digits[i + 1] + digits[i] for i in range(0, len(digits), 2))


def submit(hexed):
    octets = bytes.fromhex(hexed)
    at = 1 + octets[0]
    first, at = octets[at], at + 2
    length, kind = octets[at], octets[at + 1]
    packed = octets[at + 2:at + 2 + (length + 1) // 2]
    number = ''.join('%x%x' % (b & 15, b >> 4) for b in packed)[:length]
    at += 2 + (length + 1) // 2
    coding = octets[at + 1]
    at += 2 + {0: 0, 2: 1, 1: 7, 3: 7}[first >> 3 & 3]
    data = octets[at + 1:]
    udh = b''
    if first & 0x40:
        udh, data = data[1:1 + data[0]], data[1 + data[0]:]
    text = data.decode('utf-16-be', 'replace') if coding & 0x0c == 8 else data.hex()
    return dict(number=('+' if kind == 0x91 else '') + number, coding=coding, udh=udh.hex(), text=text, report=bool(first & 0x20), units=len(data) // 2)


def stamp():
    """Now as a service centre writes it: local time in swapped digits, and how far that is from UTC in quarters of an hour."""
    now = time.localtime()
    quarters = now.tm_gmtoff // 900
    digits = time.strftime('%y%m%d%H%M%S', now) + '%02d' % abs(quarters)
    swapped = semi(digits)
    return swapped if quarters >= 0 else swapped[:-2] + '%02X' % (int(swapped[-2:], 16) | 8)


def status_report(reference, number):
    """What the service centre tells of a message: which centre, which message, to whom, when, and that it arrived."""
    digits = number.lstrip('+')
    centre = semi(CENTRE)
    tpdu = '06%02X%02X91%s%s%s00' % (reference, len(digits), semi(digits), stamp(), stamp())
    return '%02X91%s' % (len(centre) // 2 + 1, centre) + tpdu, len(tpdu) // 2


def main():
    master, slave = open_device()
    buffer = b''

    def say(words):
        os.write(master, ('\r\n' + words + '\r\n').encode())

    def deliver():
        path = link + '.inbox'
        if not os.path.exists(path):
            return
        os.rename(path, path + '.read')
        for pdu in open(path + '.read').read().split():
            state['index'] += 1
            stored[state['index']] = pdu
            say('+CMTI: "SM",%d' % state['index'])

    def shown():
        return stored if state.get('memory', '"SM"') == '"SM"' else {}

    def obey(line):
        up = line.upper()
        if os.environ.get('MODEM_TRACE'):
            print(repr(line), file=sys.stderr, flush=True)
        if up.startswith('AT+CMGS='):
            if mood() == 'error':
                return say('+CMS ERROR: 38')
            state['typing'] = 1
            return os.write(master, b'\r\n> ')
        if not up.startswith('AT'):
            return
        answers = {'AT+CGMI': 'Simulated', 'AT+CGMM': 'Simulated GSM', 'AT+CGMR': '1.0', 'AT+CGSN': imei, 'AT+CIMI': '460000000000001', 'AT+CSQ': '+CSQ: 20,99',
                   'AT+CSCA?': '+CSCA: "+%s",145' % CENTRE, 'AT+CPMS=?': '+CPMS: ("SM","ME"),("SM","ME"),("SM","ME")', 'AT+CREG?': '+CREG: 2,1,"0001","0002"',
                   'AT+CGREG?': '+CGREG: 0,1', 'AT+COPS?': '+COPS: 0,2,"46000"', 'AT+CPIN?': '+CPIN: READY', 'AT+CMGF=?': '+CMGF: (0,1)', 'AT+CSCS?': '+CSCS: "GSM"',
                   'AT+CSCS=?': '+CSCS: ("GSM","IRA","UCS2")', 'AT+CNMI=?': '+CNMI: (0-2),(0-3),(0,2),(0,1),(0,1)', 'AT+CNMI?': '+CNMI: 2,1,0,0,0', 'AT+CSMS?': '+CSMS: 0,1,1,1',
                   'AT+CBC': '+CBC: 0,100', 'AT+CPBS=?': '+CPBS: ("SM")', 'AT+GCAP': '+GCAP: +CGSM'}
        if up in answers:
            say(answers[up])
        elif up.startswith('AT+CPMS='):
            state['memory'] = up[8:12]
            say('+CPMS: %d,50,%d,50,%d,50' % ((len(shown()),) * 3))
        elif up == 'AT+CPMS?':
            say('+CPMS: "SM",%d,50,"SM",%d,50,"SM",%d,50' % ((len(stored),) * 3))
        elif up.startswith('AT+CNMI='):
            state['cnmi_report'] = up.split('=')[1].split(',')[3:4] == ['1']
        elif up.startswith('AT+CMGL'):
            for index, pdu in sorted(shown().items()):
                say('+CMGL: %d,0,,%d\r\n%s' % (index, len(pdu) // 2 - 1 - int(pdu[:2], 16), pdu))
        elif up.startswith('AT+CMGR='):
            index = int(up.split('=')[1])
            if index not in stored:
                return say('+CMS ERROR: 321')
            pdu = stored[index]
            say('+CMGR: 0,,%d\r\n%s' % (len(pdu) // 2 - 1 - int(pdu[:2], 16), pdu))
        elif up.startswith('AT+CMGD='):
            stored.pop(int(up.split('=')[1].split(',')[0]), None)
        elif up.startswith('ATE'):
            state['echo'] = up != 'ATE0'
        elif not (up in ('AT', 'ATZ') or up.startswith(('AT+CMGF=', 'AT+CMEE', 'AT+CSCS=', 'AT+CSMS=', 'AT+CSMP', 'AT+CREG=', 'AT+CGREG=', 'AT+CFUN', 'AT+CSCA=', 'AT+COPS='))):
            return say('ERROR')
        say('OK')

    def take(hexed):
        state['typing'] = None
        now = mood()
        if now == 'error':
            return say('+CMS ERROR: 38')
        sent = submit(hexed)
        state['reference'] = (state['reference'] + 1) % 256
        sent.update(reference=state['reference'], at=time.time())
        os.write(log, (json.dumps(sent, ensure_ascii=False) + '\n').encode())
        os.fsync(log)
        if now == 'swallow':
            state['swallowed'] = True
            return
        state['swallowed'] = False
        time.sleep(float(os.environ.get('MODEM_PAUSE', '0.02')))
        say('+CMGS: %d\r\n\r\nOK' % state['reference'])
        if sent['report'] and now != 'noreport':
            reports.append((time.time() + float(os.environ.get("MODEM_REPORT", "1.5")), state['reference'], sent['number']))

    while True:
        if mood() == 'gone':
            if master >= 0:
                os.close(master), os.close(slave)
                os.unlink(link)
                master = -1
            time.sleep(0.1)
            continue
        if master < 0:
            master, slave = open_device()
            buffer = b''
        ready, _, _ = select.select([master], [], [], 0.05)
        deliver()
        while reports and reports[0][0] < time.time() and state['typing'] is None:
            _, reference, number = reports.pop(0)
            pdu, length = status_report(reference, number)
            if state['cnmi_report']:
                say('+CDS: %d\r\n%s' % (length, pdu))
        if not ready:
            continue
        buffer += os.read(master, 4096)
        if mood() == 'silent' or (mood() == 'swallow' and state['swallowed']):
            buffer = b''
            continue
        while True:
            # ESC gives up a message that was begun, as after a program that died at the prompt.
            if state['typing'] and b'\x1b' in buffer and b'\x1a' not in buffer.split(b'\x1b')[0]:
                buffer, state['typing'] = buffer.split(b'\x1b', 1)[1], None
                say('OK')
            end = buffer.find(b'\x1a' if state['typing'] else b'\r')
            if end < 0:
                break
            line, buffer = buffer[:end].strip(b'\n\r \x1b').decode('latin1'), buffer[end + 1:]
            if state['echo'] and not state['typing']:
                os.write(master, (line + '\r').encode('latin1'))
            take(line) if state['typing'] else obey(line)


main()
