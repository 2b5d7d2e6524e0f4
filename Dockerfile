# The same two steps as in the README, on a bare Debian: docker build -t tongchuang .
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends make ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /tongchuang
COPY . .
RUN make hub
# The release, ready to be copied out or served as static files.
CMD ["sh", "-c", ".venv/bin/tongchuang verify"]
