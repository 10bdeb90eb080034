"""A static file server on 127.0.0.1 that serves one folder at `/` and at `/some/sub/`, as any static host would."""

import mimetypes
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

SUB_PATH = "/some/sub/"


def serve(root: Path) -> ThreadingHTTPServer:
    root = root.resolve()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 1 << 16  # head and body in one packet: two would wait for each other for 40 ms
        disable_nagle_algorithm = True

        def do_GET(self):
            path = unquote(urlsplit(self.path).path)
            path = path[len(SUB_PATH) :] if path.startswith(SUB_PATH) else path[1:]
            file = (root / path).resolve()
            if file.is_dir():
                file = file / "index.html"
            found = file.is_relative_to(root) and file.is_file()
            if not found:
                file = root / "404.html"
            body = file.read_bytes()
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
