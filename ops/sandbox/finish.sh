#!/bin/sh
# Runs as root within the new root: the person who works there, npm's commands and those of
# the tools, what shows pages as one file, nothing setuid.
set -eu
useradd --uid 1000 --user-group --no-create-home --home-dir /tmp/home --shell /bin/bash atelier
install -d -o atelier -g atelier /work
for name in npm npx; do
    ln -sf ../lib/node_modules/npm/bin/$name-cli.js /usr/local/bin/$name
done
for program in typescript/lib/tsc biome/biome; do
    if [ -e /usr/local/lib/atelier/$program ]; then
        ln -sf ../lib/atelier/$program /usr/local/bin/
    fi
done
if [ -e /usr/local/lib/atelier/page/node_modules ]; then
    esbuild /usr/local/lib/atelier/page/page.mjs --bundle --platform=node --format=cjs --minify \
        --log-level=error --outfile=/usr/local/lib/atelier/page.cjs
    rm -r /usr/local/lib/atelier/page
fi
chmod 755 /usr/local/lib/node_modules/npm/bin/*-cli.js
find / -xdev -type f -perm /6000 -exec chmod a-s {} +
rm -rf /var/cache/apt/archives/*.deb /var/lib/apt/lists/* /var/log/* /usr/share/doc/* /usr/share/man/*
