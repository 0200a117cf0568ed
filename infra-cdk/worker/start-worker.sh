#!/bin/sh
# Starts a worker of Kafka Connect in a container of apache/kafka.
#   start-worker.sh FOLDER   where the plugin, the settings and, for MSK, the library of its log-in are
set -eu
files=$1

mkdir -p /tmp/plugins
unzip -q -o "$files/plugin.zip" -d /tmp/plugins

# Where the other workers find this one.
CONNECT_ADDRESS=$(hostname -i | cut -d ' ' -f 1)
export CONNECT_ADDRESS
export KAFKA_HEAP_OPTS="-Xms256m -Xmx$CONNECT_HEAP"
export KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=$files/log4j2.properties"
if [ -f "$files/aws-msk-iam-auth.jar" ]; then
  export CLASSPATH="$files/aws-msk-iam-auth.jar"
fi
exec /opt/kafka/bin/connect-distributed.sh "$files/worker.properties"
