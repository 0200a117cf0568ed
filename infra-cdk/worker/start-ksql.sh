#!/usr/bin/env bash
# Starts ksqlDB in a container of confluentinc/cp-ksqldb-server, as the image does, but without its question whether Kafka is
# there, which does not know the log-in of MSK.
#   start-ksql.sh [FOLDER]   where the image has its scripts; default /etc/confluent/docker
# Images with the server alone have them in that folder; those with the command line beside it, in one of the server.
set -eu
folder=${1:-/etc/confluent/docker}

for place in "$folder/server" "$folder/docker-server" "$folder-server" "$folder"; do
  if [ -x "$place/configure" ] && [ -x "$place/launch" ]; then
    # Of the two that such an image can be.
    export COMPONENT=ksqldb-server
    "$place/configure"
    exec "$place/launch"
  fi
done
echo "start-ksql: this image starts in another way: there is no configure with a launch in $folder or its server" >&2
exit 1
