#!/usr/bin/env python3
"""A camera for tests: GStreamer's RTSP server with a test picture. Prints its port once it listens."""
import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer

Gst.init(None)
server = GstRtspServer.RTSPServer()
server.set_address("127.0.0.1")
server.set_service("0")
factory = GstRtspServer.RTSPMediaFactory()
factory.set_launch("( videotestsrc is-live=true ! video/x-raw,format=I420,width=320,height=240,framerate=10/1 ! jpegenc ! rtpjpegpay name=pay0 )")
server.get_mount_points().add_factory("/yard", factory)
server.attach(None)
print(server.get_bound_port(), flush=True)
GLib.MainLoop().run()
