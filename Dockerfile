# The same two steps as in the README, on a bare Debian: docker build -t tongchuang .
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends make ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /tongchuang
COPY . .
RUN make hub
# The site and its search: docker run -p 8000:8000 tongchuang
EXPOSE 8000
HEALTHCHECK CMD .venv/bin/python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health')"
CMD [".venv/bin/tongchuang", "serve", "--host", "0.0.0.0"]
