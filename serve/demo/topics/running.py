"""Starting, stopping and checking an installation, and where its data lives."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic, wordings

TOPIC = Topic(
    name="running Atelier",
    share=5.0,
    intents=(
        Intent(
            name="start",
            ask=wordings("running", "start"),
            answers=(
                "In the repository, run:\n\n```bash\nmake up\n```\n\nIt starts everything on this "
                "machine. Then open http://127.0.0.1:8000 in a browser.",
            ),
            expect=("make up", "8000"),
            weight=1.4,
        ),
        Intent(
            name="stop",
            ask=wordings("running", "stop"),
            answers=(
                "Press **Ctrl-C** in the terminal where it runs, or run `make down`. Your "
                "conversations stay in `./data`.",
            ),
            expect=("make down", "Ctrl-C"),
        ),
        Intent(
            name="test",
            ask=wordings("running", "test"),
            answers=("Run `make test` in the repository. The tests are in the `tests/` folder.",),
            expect=("make test",),
        ),
        Intent(
            name="bench",
            ask=wordings("running", "bench"),
            answers=(
                "Run `make bench`. It measures speed and load on your machine and writes the "
                "figures to `benchmarks/results/`.",
            ),
            expect=("make bench",),
        ),
        Intent(
            name="data",
            ask=wordings("running", "data"),
            answers=(
                "Everything is in the `./data` folder: documents in an embedded "
                "MongoDB-compatible store (nx-27017), files in a local S3 store (rclone).",
            ),
            expect=("./data",),
            weight=1.2,
        ),
        Intent(
            name="backup",
            ask=wordings("running", "backup"),
            answers=(
                "Stop Atelier with `make down`, then copy the `./data` folder: it holds "
                "everything. Removing that folder gives you a fresh start.",
            ),
            expect=("./data", "copy"),
        ),
        Intent(
            name="real servers",
            ask=wordings("running", "real servers"),
            answers=(
                "Set `MONGODB_URL` to your MongoDB server and `S3_URL` to your S3 or MinIO server, "
                "then restart:\n\n```bash\nexport MONGODB_URL=mongodb://db.example:27017\n"
                "export S3_URL=https://s3.example\nmake up\n```",
            ),
            expect=("MONGODB_URL", "S3_URL"),
        ),
        Intent(
            name="health",
            ask=wordings("running", "health"),
            answers=(
                "`/healthz` says that the process is alive, and `/readyz` says that it is ready "
                "to serve:\n\n```bash\ncurl http://127.0.0.1:8000/readyz\n```",
            ),
            expect=("/healthz", "/readyz"),
        ),
        Intent(
            name="metrics",
            ask=wordings("running", "metrics"),
            answers=("Metrics for Prometheus are at `/metrics`: http://127.0.0.1:8000/metrics",),
            expect=("/metrics",),
        ),
        Intent(
            name="grow",
            ask=wordings("running", "grow"),
            answers=(
                "Atelier runs on Ray, so it can grow to many nodes: describe them in "
                "`ray-cluster.yaml` and run `ray up ray-cluster.yaml`.",
            ),
            expect=("ray-cluster.yaml",),
        ),
    ),
)
