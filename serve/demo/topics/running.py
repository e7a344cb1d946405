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
            ),
            answers=(
                "Atelier runs on Ray, so it can grow to many nodes: describe them in "
                "`ray-cluster.yaml` and run `ray up ray-cluster.yaml`.",
            ),
            expect=("ray-cluster.yaml",),
        ),
    ),
)
