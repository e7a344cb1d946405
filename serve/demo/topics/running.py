"""Starting, stopping and checking an installation, and where its data lives."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="running Atelier",
    share=2.6,
    intents=(
        Intent(
            name="start",
            ask=(
                "How do I [start|launch|run] [Atelier|it|the app|the server|everything]?",
                "How can I [get it running|get Atelier up|bring Atelier up]?",
                "What is the command to [start|launch] [Atelier|it]?",
                "How to [start|run|launch] Atelier?",
                "I want to [start|launch] Atelier. What do I type?",
                "[Start|Launch] command for Atelier?",
                "Which command starts [Atelier|the server|everything]?",
                "How do I start Atelier again[| after a stop]?",
                "How is Atelier started?",
                "What should I type in the terminal to begin using Atelier?",
                "How do I install [Atelier|it]?",
                "[Show me|Tell me] how to start [Atelier|it].",
                "What does `make up` do?",
                "Is there a [command|way] to [start|launch|run] [Atelier|the server|the app]?",
                "[Could|Can] you [explain|tell me] how to [start|launch|run] [Atelier|the "
                "server|it]?",
                "How [can|do] I [begin using|begin with|set up|install] Atelier[| on my machine| "
                "on a laptop]?",
                "I [need|want|would like] to [run|start|use] Atelier on [my laptop|my "
                "machine|this computer].",
                "[What|Which command] do I [type|run|enter] to [start|launch|begin using] Atelier?",
                "What do I have to do to [get|have] Atelier [running|started|up]?",
                "[Starting|Launching|Running|Installing] Atelier[|?]",
                "Please [explain|show me] how [Atelier is started|to get Atelier running|to "
                "install Atelier].",
                "[Which|What] command do I need in the terminal [to begin|to start Atelier|to "
                "launch it]?",
                "Is it possible to start everything with one command?",
                "How do I [restart|start again|boot] [Atelier|the server]?",
                "I [stopped|closed] Atelier. How do I [start|launch] it again?",
                "[I am|I'm] [new|a beginner]. What should I [type|run] [first|to start Atelier]?",
            ),
            answers=(
                "In the repository, run:\n\n```bash\nmake up\n```\n\nIt starts everything on this "
                "machine. Then open http://127.0.0.1:8000 in a browser.",
            ),
            expect=("make up", "8000"),
            weight=1.4,
        ),
        Intent(
            name="stop",
            ask=(
                "How do I [shut down|turn off|switch off] [Atelier|it|the server|everything]?",
                "How do I stop [Atelier|the server|the app|all the processes]?",
                "What is the command to [stop|shut down|end] Atelier?",
                "How can I [close|quit|end|stop] Atelier?",
                "Which command stops [Atelier|the server]?",
                "How to [stop|shut down] Atelier?",
                "I want to [stop|turn off|shut down] Atelier.",
                "[Tell|Show] me how to stop Atelier.",
                "How is Atelier shut down?",
                "What do I type to bring Atelier down?",
                "What does `make down` do?",
                "Is there a [command|way] to [stop|shut down|turn off|end] [Atelier|the "
                "server|it]?",
                "What do I [type|press|run|do] to [stop|shut down|turn off|close] [Atelier|the "
                "server|it]?",
                "[Could|Can] you [explain|tell me] how to [stop|turn off|shut down|bring down] "
                "[Atelier|the server]?",
                "[Stop|Shut down|Turn off] Atelier[|, please][|.]",
                "Which [key|command] [ends|shuts down|turns off|brings down] [Atelier|the "
                "app|the server]?",
                "How [can|do] I bring [Atelier|the server|everything] down[| again]?",
                "I would like to [stop|end|close|shut down] [Atelier|the server|everything].",
                "[Stopping|Shutting down|Turning off] [Atelier|the server][|?]",
                "How is [Atelier|the server] [stopped|turned off|ended|brought down]?",
                "I am [done|finished] with Atelier. How do I [stop|close|turn off] it?",
                "What is the [right|clean|best] way to [stop|shut down] [Atelier|the server]?",
                "Is it possible to stop all the processes [at once|with one command]?",
                "How do I kill [Atelier|the server|all the processes]?",
            ),
            answers=(
                "Press **Ctrl-C** in the terminal where it runs, or run `make down`. Your "
                "conversations stay in `./data`.",
            ),
            expect=("make down", "Ctrl-C"),
        ),
        Intent(
            name="test",
            ask=(
                "How do I [run|start] the [tests|test suite|unit tests]?",
                "How do I test [Atelier|it|my change|the code]?",
                "[What|Which] command runs the tests?",
                "How can I check that [it|everything|the code] works?",
                "How are the tests run?",
                "How to run [the tests|tests]?",
                "Where are the tests?",
                "I changed the code. How do I test it?",
                "What does `make test` do?",
                "Which command do I use to test Atelier?",
                "Is there a [command|way] to [run|start] [the tests|all tests|the test suite]?",
                "[What|Which command] do I [use|type|run] to [run the tests|test it|test the "
                "code]?",
                "I [want|need|would like] to [run the tests|test Atelier|test my change].",
                "[Could|Can] you tell me how to [run the tests|test Atelier|start the test suite]?",
                "How can I test [Atelier|my changes|everything|the app]?",
                "[Test|Tests|Test suite] command?",
                "[Running|Starting] the [tests|test suite][|?]",
                "Please [explain|show me] how [the tests are run|to test Atelier|to run the "
                "tests].",
                "Does Atelier have [tests|unit tests|a test suite]?",
                "With which command can I [run the tests|test Atelier|check my change]?",
                "Is it possible to run all the tests [at once|on my machine]?",
                "In which folder are the tests?",
                "How do I know that my change [works|breaks nothing]?",
            ),
            answers=("Run `make test` in the repository. The tests are in the `tests/` folder.",),
            expect=("make test",),
        ),
        Intent(
            name="bench",
            ask=(
                "How do I [run|start] the [benchmark|benchmarks]?",
                "How can I measure [the speed|performance|how fast it is]?",
                "[What|Which] command runs the benchmarks?",
                "How do I benchmark [Atelier|it|the server]?",
                "How to run the benchmarks?",
                "How [many users|much load] can Atelier [serve|take]?",
                "What does `make bench` do?",
                "Where are the benchmark [results|figures|numbers]?",
                "Is there a [benchmark|load test]?",
                "With which command can I benchmark Atelier?",
                "Is there a [command|way] to [measure the speed|run the benchmarks|benchmark "
                "Atelier]?",
                "With which command [do I|can I|should I] [measure the speed|run the "
                "benchmarks|measure Atelier]?",
                "I [want|need|would like] to [benchmark|measure] [Atelier|the server|the speed].",
                "[Which|What] command [do I use|should I use] to benchmark [Atelier|it|the "
                "server]?",
                "How can I run a [benchmark|load test|speed test]?",
                "[Could|Can] you [explain|tell me] how to [benchmark Atelier|run the benchmarks]?",
                "[Running|Starting] the benchmarks[|?]",
                "[Benchmark|Load test|Speed test] command?",
                "How are the benchmarks run?",
                "In which folder are the benchmark [results|numbers|figures]?",
                "Can I [benchmark|measure] [Atelier|the server|the speed of Atelier][| myself]?",
                "How fast is Atelier on my machine?",
                "Is it possible to measure the load that Atelier can take?",
            ),
            answers=(
                "Run `make bench`. It measures speed and load on your machine and writes the "
                "figures to `benchmarks/results/`.",
            ),
            expect=("make bench",),
        ),
        Intent(
            name="data",
            ask=(
                "Where [is|are] my [data|conversations|chats|files] [stored|saved|kept]?",
                "Where does [Atelier|it] [store|save|keep] [data|my data|the conversations]?",
                "Which folder [holds|has] [the data|my data|my conversations]?",
                "Where does my data live?",
                "In which place are my chats kept?",
                "What database does [Atelier|it] use?",
                "What is in the `data` folder?",
                "Which database is [used|inside|running]?",
                "Where can I find my [data|conversations] on [the disk|my disk]?",
                "Where on disk does Atelier put my conversations?",
                "How is the data stored?",
                "In which [folder|place|directory] are my [conversations|files|messages] "
                "[kept|stored|saved]?",
                "[Where on|On which part of] [the|my] disk are my [conversations|chats|files]?",
                "I [want|need|would like] to know where my [data|chats|conversations] [is "
                "kept|are stored|live].",
                "[Could|Can] you tell me where [my data|my chats|everything] is "
                "[kept|stored|saved]?",
                "Where are my [chats|conversations|messages] [kept|stored|saved]?",
                "How [are|does Atelier keep|does Atelier store] my [chats|conversations|messages]?",
                "[Which|What] [store|database|storage] does Atelier [have|come with|run on]?",
                "Is there a [folder|directory|place] with [all my data|my conversations]?",
                "What does Atelier write to [the disk|my disk]?",
                "Where does Atelier [put|write|save|keep] my [chats|files|messages|data]?",
                "[Location|Place|Folder] of [my data|the data|my conversations]?",
                "I am looking for my [data|files] on disk. Where [are they|is the folder]?",
                "Does my data stay on [this machine|my computer|my disk]?",
            ),
            answers=(
                "Everything is in the `./data` folder: documents in an embedded "
                "MongoDB-compatible store (nx-27017), files in a local S3 store (rclone).",
            ),
            expect=("./data",),
            weight=1.2,
        ),
        Intent(
            name="backup",
            ask=(
                "How do I [back up|backup|save a copy of] [my data|Atelier|my conversations]?",
                "How can I make a backup?",
                "How do I move [Atelier|my data] to another [machine|computer]?",
                "Can I copy my data to another [computer|machine]?",
                "What is the way to back up my data?",
                "How do I delete all [my data|data]?",
                "How do I [reset|wipe] [Atelier|everything]?",
                "How do I start with [empty|fresh|clean] data?",
                "How do I take a backup of Atelier?",
                "I would like to back up everything.",
                "Is there a [way|command] to [back up|make a copy of|copy] [my "
                "data|everything|Atelier]?",
                "I [want|need] to [back up|make a copy of] [my data|my conversations|Atelier].",
                "How [do|can] I [take|create|make] a [backup|copy] of [my data|everything|my "
                "conversations]?",
                "[Could|Can] you [explain|tell me] how to [back up my data|make a backup|take a "
                "backup]?",
                "What do I [copy|do|need] [for a backup|to back up Atelier|to take a backup]?",
                "Which folder do I copy for a backup?",
                "[Backup|Backing up Atelier|Backup of my data][|?]",
                "I would like to [make|take] a [backup|copy][| of everything| of my data].",
                "Please [explain|tell me] how backups [work|are made].",
                "Is it possible to [copy|move] [everything|my data] to another "
                "[machine|computer|laptop]?",
                "I have a new computer. How do I [move|copy] my data?",
                "Can I [delete|remove|wipe] [everything|all my data] and start fresh?",
                "How is a backup made?",
            ),
            answers=(
                "Stop Atelier with `make down`, then copy the `./data` folder: it holds "
                "everything. Removing that folder gives you a fresh start.",
            ),
            expect=("./data", "copy"),
        ),
        Intent(
            name="real servers",
            ask=(
                "How do I use [a real MongoDB|my own MongoDB|an external database|MongoDB Atlas]?",
                "How do I connect [my own|a real|an external] [database|S3|MongoDB|object store]?",
                "Can I use [MinIO|Amazon S3|my own S3|a real S3 server]?",
                "How do I set [MONGODB_URL|S3_URL]?",
                "Can Atelier use my own MongoDB server?",
                "What is [MONGODB_URL|S3_URL] for?",
                "Which environment variables [set|choose] the [database|servers|stores]?",
                "I have a MongoDB server. How do I use it?",
                "How do I [switch|change] to a [real database|production database|real server]?",
                "What do I set so that Atelier talks to an external MongoDB?",
                "Can I [connect|use] [my own|an external|a real] [MongoDB|MongoDB "
                "server|database|S3 server]?",
                "Is it possible to use [my own|an external|a real] [MongoDB|database|S3|object "
                "store]?",
                "What do I [set|change|configure] to use [my own|an external] "
                "[MongoDB|database|S3|object store]?",
                "Is there a way to [connect|use] [MongoDB Atlas|Amazon S3|an external MongoDB|a "
                "real database]?",
                "I [want|need|would like] to [use|connect] my own [MongoDB|database|S3 "
                "server|object store].",
                "[Could|Can] Atelier [talk to|work with|connect to] [an external|a real|my] "
                "[MongoDB|database|S3]?",
                "[Which|What] [setting|variable|environment variable] [points|connects] Atelier "
                "to [MongoDB|S3|my database]?",
                "How does Atelier talk to [an external MongoDB|a real database|my S3 server]?",
                "Does Atelier [support|work with] [Amazon S3|MinIO|an external MongoDB|MongoDB "
                "Atlas]?",
                "How do I make Atelier use [my MongoDB server|an external server|MinIO]?",
                "[My own|An external] [MongoDB|database|S3 server][|?| with Atelier?]",
                "We already have an S3 server. Can Atelier use it?",
                "Please tell me how to [set up|configure] an external [database|MongoDB].",
            ),
            answers=(
                "Set `MONGODB_URL` to your MongoDB server and `S3_URL` to your S3 or MinIO server, "
                "then restart:\n\n```bash\nexport MONGODB_URL=mongodb://db.example:27017\n"
                "export S3_URL=https://s3.example\nmake up\n```",
            ),
            expect=("MONGODB_URL", "S3_URL"),
        ),
        Intent(
            name="health",
            ask=(
                "How do I check [the health|that it is alive|that it is healthy]?",
                "Is there a health [check|endpoint|page]?",
                "What is the health endpoint?",
                "What is [/healthz|/readyz]?",
                "Which URL tells me whether Atelier is healthy?",
                "How can I [see|tell|know] [if|whether] Atelier is [ready|up|alive]?",
                "Where is the [liveness|readiness] [probe|check]?",
                "Which endpoint should [Kubernetes|a load balancer|a probe] check?",
                "How do I know the server is ready?",
                "Which address can a probe call to check health?",
                "Which [URL|address|endpoint|path] [tells|shows|says] [whether|if] [Atelier|the "
                "server|it] is [healthy|alive|ready|up]?",
                "[Which|What] [address|URL|path] [can|should|does] a [probe|health check|load "
                "balancer] [call|use]?",
                "How can a [probe|load balancer|script] [check|see] [the health|that Atelier is "
                "up|that it is ready]?",
                "Is there a [way|URL|page|command] to [check|see] [the health|whether it is "
                "ready|that it is alive]?",
                "I [want|need|would like] to [check|know] whether [Atelier|the server] is "
                "[healthy|ready|alive].",
                "[Could|Can] you tell me the [health|readiness|liveness] [endpoint|URL|address]?",
                "[Health|Readiness|Liveness] [check|endpoint|URL|probe][|?]",
                "Does Atelier have a [health|readiness|liveness] [check|endpoint|probe]?",
                "How do I know [that|whether|if] [Atelier|the server|it] is [healthy|up|alive]?",
                "How is the health of Atelier checked?",
                "Is the server [healthy|ready|alive]?",
                "Please tell me how to check [the health|the health of the server].",
                "What do I call to see whether the server is ready?",
            ),
            answers=(
                "`/healthz` says that the process is alive, and `/readyz` says that it is ready "
                "to serve:\n\n```bash\ncurl http://127.0.0.1:8000/readyz\n```",
            ),
            expect=("/healthz", "/readyz"),
        ),
        Intent(
            name="metrics",
            ask=(
                "Where are the metrics?",
                "Does Atelier [have|export|offer] [metrics|Prometheus metrics]?",
                "How do I [monitor|watch] Atelier?",
                "How do I connect [Prometheus|Grafana]?",
                "What is the metrics endpoint?",
                "Can I use [Prometheus|Grafana] with Atelier?",
                "Is there [monitoring|a metrics page]?",
                "What is /metrics?",
                "Which URL has the metrics?",
                "Where does Prometheus find Atelier's metrics?",
                "Which [URL|address|endpoint|page] [has|shows|gives] [Atelier's "
                "metrics|metrics|the numbers for Prometheus]?",
                "Where [can|do] [I|we] [find|see|get] [the metrics|Atelier's metrics]?",
                "Where does [Prometheus|Grafana] [get|read|find] [the|its] [metrics|numbers]?",
                "Is there a [way|URL|page] to [monitor|watch] [Atelier|the server]?",
                "I [want|need|would like] to [monitor Atelier|see the metrics|use Prometheus].",
                "[Could|Can] [Prometheus|Grafana] [read|watch|monitor|scrape] Atelier?",
                "[Metrics|Monitoring|Prometheus][| endpoint| URL][|?]",
                "Does Atelier [work with|support] [Prometheus|Grafana|monitoring]?",
                "Which address do I give to Prometheus?",
                "How [can|do] I [see|get|find|collect] the metrics?",
                "At which [address|URL|path] are the metrics?",
                "How is Atelier monitored?",
                "Please show me the metrics.",
            ),
            answers=("Metrics for Prometheus are at `/metrics`: http://127.0.0.1:8000/metrics",),
            expect=("/metrics",),
        ),
        Intent(
            name="grow",
            ask=(
                "How do I [scale|grow|extend] [Atelier|it|the cluster]?",
                "Can Atelier run on [many|several|more] [machines|nodes|computers|GPUs]?",
                "How do I add [a node|a machine|more GPUs|another machine]?",
                "Can I run Atelier on a cluster?",
                "How does Atelier grow beyond one machine?",
                "How do I use [two|several|many] machines?",
                "What is ray-cluster.yaml[| for]?",
                "Does Atelier [scale|support clusters]?",
                "How do I run it on [Kubernetes|a GPU cluster|AWS]?",
                "Is it possible to use more than one machine?",
                "Is it possible to [use|add|have] [more|several|two|many] "
                "[machines|computers|nodes|GPUs]?",
                "Can [I|we] [use|add] more [than one machine|machines|nodes|computers]?",
                "Is there a way to [scale|grow|use more machines|add nodes]?",
                "I [want|need|would like] to [use more machines|run Atelier on a cluster|add a "
                "node|scale Atelier].",
                "How can I [scale|grow] Atelier [to|beyond] [many machines|a cluster|one "
                "computer]?",
                "One machine is [not enough|too small|too slow]. [What now|How do I add "
                "more|What can I do]?",
                "[Could|Can] you tell me how to [scale|grow|run Atelier on a cluster|use more "
                "machines]?",
                "Does Atelier [run|work] on [a cluster|more than one machine|several "
                "machines|many GPUs]?",
                "[Scaling|Cluster|More machines|Several nodes][|?]",
                "How does [scaling|a cluster] work[| here]?",
                "How many [machines|nodes] can Atelier use?",
                "Which file describes [the cluster|the nodes|my machines]?",
                "Please explain how to run Atelier on [a cluster|many nodes].",
            ),
            answers=(
                "Atelier runs on Ray, so it can grow to many nodes: describe them in "
                "`ray-cluster.yaml` and run `ray up ray-cluster.yaml`.",
            ),
            expect=("ray-cluster.yaml",),
        ),
    ),
)
