#!/usr/bin/env python3
"""Cameras for tests: GStreamer's RTSP server. Prints its port once it listens; takes the port it is to have, if any.

/yard single JPEG pictures; /gate H.264 with a ball that moves; /modern H.265; /locked as /gate, for viewer with secret.
"""
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer

BALL = "videotestsrc is-live=true pattern=ball ! video/x-raw,format=I420,width=640,height=360,framerate=15/1 ! "
H264 = BALL + "openh264enc gop-size=15 complexity=low bitrate=400000 ! h264parse ! rtph264pay name=pay0 pt=96 )"
STREAMS = {
    "/yard": "( videotestsrc is-live=true ! video/x-raw,format=I420,width=320,height=240,framerate=10/1 ! jpegenc ! rtpjpegpay name=pay0 )",
    "/gate": "( " + H264,
    "/modern": "( " + BALL + "x265enc speed-preset=ultrafast tune=zerolatency ! rtph265pay name=pay0 pt=96 )",
    "/locked": "( " + H264,
}


def permissions(path):
    made = GstRtspServer.RTSPPermissions.new()
    for role in ("anybody", "viewer"):
        made.add_permission_for_role(role, "media.factory.access", True)
        made.add_permission_for_role(role, "media.factory.construct", role == "viewer" or path != "/locked")
    return made


def token(role):
    made = GstRtspServer.RTSPToken()
    made.set_string("media.factory.role", role)
    return made


Gst.init(None)
server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service(sys.argv[1] if len(sys.argv) > 1 else "0")
auth = GstRtspServer.RTSPAuth()
auth.set_default_token(token("anybody"))
auth.add_basic(GstRtspServer.RTSPAuth.make_basic("viewer", "secret"), token("viewer"))
server.set_auth(auth)
for path, launch in STREAMS.items():
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(launch)
    factory.set_shared(True)
    factory.set_permissions(permissions(path))
    server.get_mount_points().add_factory(path, factory)
if server.attach(None) == 0:
    sys.exit("the port is taken")
print(server.get_bound_port(), flush=True)
GLib.MainLoop().run()
