"""Ten hosts of this machine, 127.0.0.1 to 127.0.0.10, that answer as their paths say, for the check of external links.

Usage: server.py FOLDER. Writes its port to FOLDER/port when it is ready, and a line per request to FOLDER/requests:
start and end in seconds, host, method, path, range, user agent.
"""

import pathlib
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

folder = pathlib.Path(sys.argv[1])
lock = threading.Lock()
seen = {}


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        start = time.monotonic()
        with lock:
            count = seen[self.path] = seen.get(self.path, 0) + 1
        self.reply(self.path.strip("/").split("/"), count)
        end = time.monotonic()
        fields = [self.headers["Host"], self.command, self.path, self.headers["Range"], self.headers["User-Agent"]]
        with lock, open(folder / "requests", "a") as log:
            log.write("\t".join([f"{start:.3f}", f"{end:.3f}"] + [str(field) for field in fields]) + "\n")

    do_HEAD = do_GET = answer

    def reply(self, words, count):
        kind, rest = words[0], words[1:]
        if kind == "status":  # /status/404
            self.send(int(rest[0]))
        elif kind == "get":  # /get/405/200: one status for HEAD, another for GET
            self.send(int(rest[0 if self.command == "HEAD" else 1]))
        elif kind == "to":  # /to/301/status/200
            self.send(int(rest[0]), {"Location": "/" + "/".join(rest[1:])})
        elif kind == "away":  # /away/301/status/200: the same with the whole address
            self.send(int(rest[0]), {"Location": f"http://{self.headers['Host']}/" + "/".join(rest[1:])})
        elif kind == "loop":
            self.send(302, {"Location": "/loop"})
        elif kind == "busy":  # /busy/429/1/2: the status and Retry-After for the first two requests
            busy = count <= int(rest[2])
            self.send(int(rest[0]) if busy else 200, {"Retry-After": rest[1].replace("_", " ")} if busy else {})
        elif kind == "drop" and self.command == "HEAD":
            self.close_connection = True
        elif kind == "slow":  # /slow/0.4
            time.sleep(float(rest[0]))
            self.send(200)
        else:
            self.send(200)

    def send(self, status, headers={}):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer.request_queue_size = 64
servers = [ThreadingHTTPServer(("127.0.0.1", 0), Handler)]
port = servers[0].server_address[1]
servers += [ThreadingHTTPServer((f"127.0.0.{number}", port), Handler) for number in range(2, 11)]
for server in servers:
    threading.Thread(target=server.serve_forever, daemon=True).start()
(folder / "port.new").write_text(str(port))
(folder / "port.new").rename(folder / "port")
sys.stdin.read()
threading.Event().wait(120)
