#!/usr/bin/env python3
"""A loudspeaker for tests: GStreamer's RTP receiver, which reports to the sender.

rtp_receiver_for_tests.py PORT SENDER_PORT FILE [MIN_INTERVAL_MS [GROUP [CODING]]]
Sound comes to PORT, RTCP to PORT + 1; reports go to SENDER_PORT + 1 on loopback. Says "ready", then a line for every
thing that happens: "first SOURCE NANOSECONDS" when a source's first packet arrives (CLOCK_MONOTONIC), "last ..." in
answer to each line on its input. When its input ends it writes all it has heard to FILE (WAV), source after source. CODING: PCMA, or OPUS as payload 111.
"""
import struct
import sys
import threading
import time
import wave

import gi

gi.require_version("Gst", "1.0")
from gi.repository import GLib, Gst

port, sender, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
interval = int(sys.argv[4]) if len(sys.argv) > 4 else 0
group = sys.argv[5] if len(sys.argv) > 5 else ""
coding = sys.argv[6] if len(sys.argv) > 6 else "PCMA"
CODINGS = {
    "PCMA": ("clock-rate=8000,encoding-name=PCMA,payload=8", "rtppcmadepay ! alawdec", 8000),
    "OPUS": ("clock-rate=48000,encoding-name=OPUS,payload=111", "rtpopusdepay ! opusdec ! audioconvert ! audioresample", 16000),
}
told, decoder, rate = CODINGS[coding]
Gst.init(None)
caps = f"application/x-rtp,media=audio,{told}"
where = f"address={group or '127.0.0.1'} {'multicast-iface=lo' if group else ''}"
pipeline = Gst.parse_launch(
    f'rtpbin name=bin latency=60 udpsrc name=sound port={port} {where} caps="{caps}" ! bin.recv_rtp_sink_0 '
    f"udpsrc port={port + 1} {where} ! bin.recv_rtcp_sink_0 "
    f"bin.send_rtcp_src_0 ! udpsink host=127.0.0.1 port={sender + 1} sync=false async=false"
)
heard, last, lock = {}, {}, threading.Lock()


def say(*words):
    print(*words, flush=True)


def on_packet(_pad, info):
    found, packet = info.get_buffer().map(Gst.MapFlags.READ)
    if found:
        source = struct.unpack(">I", packet.data[8:12])[0]
        if source not in last:
            say("first", source, time.monotonic_ns())
        last[source] = time.monotonic_ns()
        info.get_buffer().unmap(packet)
    return Gst.PadProbeReturn.OK


def on_sample(sink, source):
    sample = sink.emit("pull-sample")
    found, block = sample.get_buffer().map(Gst.MapFlags.READ)
    if found:
        with lock:
            heard.setdefault(source, bytearray()).extend(block.data)
        sample.get_buffer().unmap(block)
    return Gst.FlowReturn.OK


def on_pad(_bin, pad):
    name = pad.get_name()
    if not name.startswith("recv_rtp_src"):
        return
    branch = Gst.parse_bin_from_description(
        f"{decoder} ! audio/x-raw,format=S16LE,rate={rate},channels=1 ! appsink name=out emit-signals=true sync=false", True
    )
    branch.get_by_name("out").connect("new-sample", on_sample, int(name.split("_")[4]))
    pipeline.add(branch)
    branch.sync_state_with_parent()
    pad.link(branch.get_static_pad("sink"))


def follow_input(loop):
    for _line in sys.stdin:
        say("last", max(last.values(), default=0))
    loop.quit()


pipeline.get_by_name("sound").get_static_pad("src").add_probe(Gst.PadProbeType.BUFFER, on_packet)
pipeline.get_by_name("bin").connect("pad-added", on_pad)
if interval:
    pipeline.get_by_name("bin").emit("get-internal-session", 0).set_property("rtcp-min-interval", interval * 1_000_000)
pipeline.set_state(Gst.State.PLAYING)
pipeline.get_state(5 * Gst.SECOND)
loop = GLib.MainLoop()
threading.Thread(target=follow_input, args=(loop,), daemon=True).start()
say("ready")
loop.run()
with lock, wave.open(path, "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(2)
    out.setframerate(rate)
    for sound in heard.values():
        out.writeframes(bytes(sound))
