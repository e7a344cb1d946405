"""Starting, stopping and checking an installation, and where its data lives."""

from __future__ import annotations

from serve.demo.topic import Intent, Topic

TOPIC = Topic(
    name="running Atelier",
    share=5.0,
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
                "start atelier",
                "make up command",
                "[I've|I have] [cloned|downloaded] the repository. What [now|next|do I do now]?",
                "I just [cloned|downloaded|checked out] Atelier. How do I [get going|fire it "
                "up|launch it]?",
                "How do I [fire up|spin up|boot up|turn on] Atelier?",
                "[Fire up|Spin up|Turn on|Boot] Atelier, how?",
                "What's the [start|startup|launch] command?",
                "Which make target [starts|launches|runs] Atelier?",
                "Which [address|URL|page] do I open in [the|my] browser[| after the start]?",
                "At [which|what] address does Atelier run[| on my machine]?",
                "What's the [address|URL] of the [web app|web page|chat page]?",
                "Which port does Atelier [listen on|use|run on]?",
                "I wonder how to get Atelier [going|up and running|started].",
                "Steps to [install|set up|launch|run] Atelier",
                "Atelier isn't running. How do I [start it|bring it up|get it going]?",
                "The server is down. How do I bring it [up|back up]?",
                "After a reboot, how do I [launch|run|bring up] Atelier again?",
                "My computer restarted and Atelier is [gone|down|off]. How do I turn it on again?",
                "The page [doesn't open|won't load] because the server is off. How do I "
                "[start|run] it?",
                "I'd like to [try out|set up|launch|host] Atelier [on my own machine|at "
                "home|on my PC]. What's the command?",
                "What's the [quickest|easiest|simplest|fastest] way to "
                "[launch|start|install|run] Atelier?",
                "How would a beginner [start|install|set up] Atelier?",
                "Where do I open Atelier once it [is running|has started]?",
                "How do I [open|reach] the Atelier page in [a browser|Chrome|Firefox]?",
                "Quick start[|?| for Atelier]",
                "Getting started with [Atelier|the server|the installation]",
                "Can I [launch|start] the whole [thing|stack|app] with make?",
                "How do I deploy Atelier on [my laptop|this machine|one machine]?",
                "What happens [when|if] I [run|type] `make up`?",
                "Do I just type make up[| in the terminal]?",
                "Give me the [instructions|commands|steps] for "
                "[starting|installing|launching] Atelier.",
                "How do I get [the ball rolling|up and running] with Atelier?",
                "I've just [unzipped|checked out|forked] the [code|project]. How do I run it?",
                "[First|Initial] steps after cloning the [repo|repository]?",
                "atelier install",
                "launch the server how",
                "run locally",
                "What's the make command that brings everything up?",
                "Can you [walk|guide] me through [starting|launching|installing] Atelier?",
                "Nothing loads at 127.0.0.1:8000. How do I start [Atelier|the server]?",
                "I closed the terminal and now Atelier is gone. How do I [start|launch] it again?",
                "There's no server running [here|on this machine] yet. How do I [get one "
                "going|start it]?",
                "Where do I [point|go with] my browser after [starting Atelier|the server starts]?",
                "Which [page|address|link] should I open in [my browser|Chrome|Firefox] to "
                "[see|reach] Atelier?",
                "Is it really just one [command|line] to [start|launch] Atelier?",
                "I wonder whether there's a [simple|single] command to [launch|boot] the "
                "whole thing.",
                "[Installation|Setup] [guide|instructions|steps] for Atelier, please",
                "How does one [install|set up|launch] this [software|application|program] on "
                "a [PC|Mac|Linux box]?",
                "My teacher asks me to [install|run] Atelier on my [laptop|own computer]. "
                "How do I do that?",
                "My [colleague|friend] wants to host Atelier [too|as well]. What should they "
                "[type|run]?",
                "I'm not a programmer. What do I type to make Atelier [start|run]?",
                "What [must|do] I enter on the command line so that Atelier [starts|comes up]?",
                "How do I bring up [all the services|the whole stack|the backend and the web "
                "page]?",
                "[Spin|Fire] it up [on my laptop|locally], how?",
                "How can I self-host [Atelier|this chat|this app]?",
                "I want to [self-host|run] this chat on my own [hardware|machine|box]. How "
                "do I begin?",
                "What's the startup procedure?",
                "Start Atelier[, please| for me, how?]",
                "How do I open Atelier in [a browser|my browser|Firefox]?",
                "What port is the web page on after make up?",
                "I don't know how to [start|launch|run] this [program|thing|app].",
                "I can't get Atelier to start. Which command is the right one?",
                "Could you remind me of the [start|startup|launch] command?",
                "I forgot how to [start|launch|bring up] the server.",
                "Does [make up|the make up command] start [everything|all the parts|the "
                "database too]?",
                "Do I need several commands to [start|launch] the [server|app|stack], or is "
                "one enough?",
                "How do I run a [local|private] [copy|instance] of Atelier?",
                "Let's get Atelier running. What's the [first|right] command?",
                "[Starting|Launching|Booting] Atelier [locally|on my computer|on localhost]",
                "In which [folder|directory] do I run make up?",
                "We'd like to [try|evaluate] Atelier at our school. How do we [launch|install] it?",
                "The power went out and the server is off. How do I [start|boot] it "
                "[again|once more]?",
                "What is the local [URL|web address|link] of Atelier?",
                "How long is the [setup|installation], and what do I [type|run] to start?",
                "Getting Atelier going on a fresh machine: what's the command?",
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
                "stop server",
                "shutdown command",
                "make down",
                "[Terminate|Halt|Exit|Quit] Atelier, how?",
                "How do I [terminate|halt|exit] [Atelier|the server|the app]?",
                "What's the [clean|proper|correct|safe] way to [quit|exit|turn off] Atelier?",
                "What's the command for [shutting Atelier down|turning the server "
                "off|stopping everything]?",
                "Does Ctrl-C [stop|end|quit|shut down] [Atelier|the server]?",
                "Can I just press Ctrl-C[| in the terminal]?",
                "I've finished for today. How do I [shut the server down|turn the server "
                "off|close the server]?",
                "Before I [turn off|shut down|restart] my [laptop|computer], how do I "
                "[stop|end] Atelier?",
                "Atelier is still running in my terminal. How do I [end|quit|stop|kill] it?",
                "The server [keeps running|is still on|won't go away]. How do I [switch it "
                "off|turn it off]?",
                "I don't need Atelier right now. How do I [stop the server|switch it "
                "off|shut it down]?",
                "I wonder how one [stops|shuts down|turns off] Atelier.",
                "Will my [chats|conversations] [survive|still be there|be kept] after I "
                "[stop|shut down] Atelier?",
                "Do I lose my [chats|conversations] when I [stop|shut down|turn off] "
                "[Atelier|the server]?",
                "Are my conversations [lost|kept|safe] when the server is [stopped|shut "
                "down|turned off]?",
                "What happens to my [chats|conversations] when I [stop|shut down|quit] Atelier?",
                "What happens [when|if] I [run|type] `make down`?",
                "Which make target [stops|ends|shuts down] [Atelier|everything]?",
                "How do I free [the port|my memory|my CPU] by [stopping|closing] Atelier?",
                "How do I [end|stop|kill] the process in the terminal where Atelier runs?",
                "Shut everything down[|, please|, how?]",
                "Switch the server off[|, please|, how?]",
                "[Quitting|Exiting|Closing] Atelier",
                "Please tell me how to [quit|exit|turn off|close] Atelier.",
                "Can I [stop|halt] the server [from|in] the terminal?",
                "[Steps|Instructions] for [stopping|shutting down] Atelier",
                "Is it [safe|okay|OK] to stop Atelier [with Ctrl-C|by pressing Ctrl-C|with "
                "make down]?",
                "I started the server by mistake. How do I [stop|cancel|end] it?",
                "Atelier is [eating|using] all my [memory|CPU]. How do I [turn|switch] it off?",
                "How do I take [Atelier|the server] offline?",
                "Which keys do I press to [kill|quit|halt] the server?",
                "stop the server how",
                "ctrl-c atelier",
                "kill the process",
                "turn it all off",
                "I'm [leaving|going home|done for the day]. How do I [shut down|turn off] Atelier?",
                "I want to [reboot|switch off] my computer. How do I close Atelier "
                "[properly|cleanly|first]?",
                "Is closing the terminal enough to [stop|end] Atelier?",
                "What's the opposite of make up?",
                "How do I [gracefully|cleanly|safely|properly] [stop|shut down|terminate] "
                "the server?",
                "I can't figure out how to [turn off|stop|exit] the server.",
                "I don't want Atelier [running|on] [all night|in the background|all the "
                "time]. How do I [stop|end] it?",
                "Does [stopping|shutting down|quitting] the server [erase|delete|wipe] my "
                "[chats|messages]?",
                "Do my [chats|messages|conversations] survive [a shutdown|make down|Ctrl-C]?",
                "I'm afraid of losing my chats when I turn Atelier off. Are they kept?",
                "Can I turn the server off without losing [anything|my chats|my conversations]?",
                "How do I make the server stop [running|listening on port 8000]?",
                "Port 8000 is [taken|occupied|in use] by Atelier. How do I [stop|shut down] it?",
                "My laptop is [hot|slow|noisy] because Atelier is running. How do I "
                "[stop|close] the server?",
                "[Bring|Take|Tear] [everything|the whole stack|the server] down, how?",
                "How do I tear down the [stack|services|installation that is running]?",
                "I started Atelier in a terminal. How do I [get out of it|end it|leave it]?",
                "How does one [exit|quit|close] this [program|server|application]?",
                "I wonder whether Ctrl-C is [enough|safe|the right way] to stop the server.",
                "Is there a [stop|shutdown|quit] [button|command|key] for the server?",
                "What do I type to [finish|end] the server [process|processes]?",
                "Tell me the command that [shuts|takes] [everything|Atelier|the server] down.",
                "Could you remind me how to [stop|shut down|turn off] the server?",
                "I forgot the command to [stop|shut down|halt] Atelier.",
                "My teacher asks me to [shut down|switch off|stop] the Atelier server. How?",
                "What happens [when|if] I press Ctrl-C in the [terminal|console]?",
                "[Halt|Terminate|Kill] all Atelier [processes|services], please",
                "How do I [stop|end] Atelier before [an update|an upgrade|I restart the machine]?",
                "Before I [unplug|switch off] the machine, how do I stop Atelier?",
                "make down or Ctrl-C?",
                "[Server|Atelier] [shutdown|off switch]",
                "How do I power [Atelier|the server] down?",
                "I'd like the server to be off [now|for the night|over the weekend]. What do I do?",
                "There's an Atelier process that I'd like to [end|stop|terminate].",
                "How can I deactivate the server for a while?",
                "Can Atelier be [stopped|shut down|switched off] with a single command?",
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
                "run tests",
                "test suite how",
                "pytest command",
                "Do you have [unit tests|automated tests|integration tests]?",
                "How do I [execute|launch|kick off] the [tests|test suite|unit "
                "tests|automated tests]?",
                "Which make target runs the tests?",
                "Where [is|do I find|can I find] the test suite?",
                "Where do the tests [live|sit]?",
                "I've [edited|modified|patched] the code. How do I make sure [nothing "
                "broke|it still works]?",
                "I want to [contribute|send a pull request|submit a patch]. How do I run the "
                "[tests|checks] first?",
                "Before I [commit|push|merge], how do I run the [tests|test suite]?",
                "Can I use pytest to test Atelier?",
                "Are there [any |]tests [in the repository|for the code|for Atelier]?",
                "Is the code [tested|covered by tests]?",
                "How is [the code|Atelier] tested?",
                "How do the developers test Atelier?",
                "I wonder how to [verify|check|validate] a [change|patch|fix] to Atelier's code.",
                "How do I [verify|validate|test] a [patch|code change|bug fix]?",
                "I fixed a bug in the source code. How can I [verify|check|test] it?",
                "What [happens|runs] when I type `make test`?",
                "Which folder [holds|contains|has] the tests?",
                "Let me run the [tests|unit tests|test suite].",
                "[Unit tests|Automated tests|Regression tests|Integration tests][|?| in Atelier?]",
                "[Testing|Checking] [the code|my changes|a code change]",
                "How do I check the code for regressions?",
                "I'd like to see whether [all|the] tests pass on my [machine|laptop].",
                "Do all the tests pass? How do I [check|see|find out]?",
                "I'm a [developer|programmer|contributor]. How do I run the [test suite|tests]?",
                "What's the [test command|command for the tests|way to run the tests]?",
                "Give me the command [for|that runs|that starts] the [test suite|unit tests].",
                "My [colleague|professor|reviewer] asks me to run the tests. What do I "
                "[type|enter]?",
                "I don't know how to run the [tests|test suite|unit tests].",
                "make test",
                "unit tests where",
                "where is the tests folder",
                "I'd like to [try|run] the [test suite|tests] [locally|on my laptop]. What's "
                "the command?",
                "How do I trigger the [automated|unit|regression] tests?",
                "Do I use [pytest|make] to run the tests?",
                "Can I run [pytest|the tests] [myself|locally|offline]?",
                "What's the make target for [testing|the tests|the test suite]?",
                "How can I be sure that my [edit|patch|refactoring|code change] didn't break "
                "anything?",
                "I've [refactored|rewritten|changed] a function. How do I [check|verify] "
                "that everything still works?",
                "I [added|wrote|built] a [new feature|feature]. How do I run the tests [on "
                "it|against it]?",
                "How do I check that the [code|source code] is [sound|correct]?",
                "Is there an automatic [check|test] for the [code|source code]?",
                "I wonder whether Atelier has any [automated tests|unit tests|tests at all].",
                "There's a bug in my [patch|branch]. How do I run the [tests|test suite]?",
                "What do I run before [opening a pull request|sending a patch|submitting my "
                "change]?",
                "Which tests should pass before a [commit|pull request|merge]?",
                "As a [new contributor|student developer|maintainer], how do I [run|start] "
                "the tests?",
                "My teacher wants [proof|evidence] that the code works. How do I run the tests?",
                "The [reviewer|maintainer] says the tests must pass. How do I run them?",
                "How do I set off [all the tests|the full test run|a test run]?",
                "Where can I [read|find|look at] the test [code|files|cases]?",
                "In what directory [are|do you keep] the [test files|test cases|unit tests]?",
                "I can't find the [tests|test files]. Where are they?",
                "Where would I [add|put|write] a new [test|unit test|test case]?",
                "I want to write a test. Where do the [tests|existing ones] [go|belong]?",
                "Is there [a Makefile target|a make command|a script] that runs the [test "
                "suite|tests]?",
                "Does the [repository|repo|project] [include|contain|come with] tests?",
                "Can the [test suite|tests] be run with [one|a single] command?",
                "[Quality|Correctness|Regression] checks for the code[| of Atelier]",
                "How do I do a [full|complete] test run?",
                "I don't want to break anything. How do I test my [code|change|edits] first?",
                "What happens [if|when] I run make test?",
                "How well is the code tested, and how do I run the tests?",
                "How do you guys [test|verify] this [software|codebase|code]?",
                "Tell me the [test command|command for running tests].",
                "[Execute|Run|Launch] [all tests|the whole test suite|every test], please",
                "How can I run the tests after [pulling|merging|updating] the code?",
                "I'd like to validate the [codebase|source code|build]. How?",
                "[Software|Code|Unit] testing[| in Atelier]",
                "Could you remind me how the tests are [started|launched|executed]?",
                "We run [CI|continuous integration] at work. Which command runs the "
                "[tests|test suite]?",
                "What should our CI [call|run] to test the code?",
                "Are the tests in the repository too?",
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
                "run benchmarks",
                "load test how",
                "server performance test",
                "make bench",
                "Which make target [runs|starts] the [benchmark|benchmarks|load test]?",
                "How do I [execute|launch|perform|carry out] a [benchmark|load test|stress "
                "test|speed test]?",
                "Can I [stress-test|load-test|stress] [Atelier|the server]?",
                "Is there a [stress test|performance test|speed test|benchmark script]?",
                "Where are the benchmark figures [written|saved|stored|kept]?",
                "Where do the [benchmarks|load tests] [put|write|save] their "
                "[results|figures|numbers]?",
                "Which folder holds the benchmark results?",
                "How [well|fast] does Atelier [perform|run] on my [hardware|laptop|server]?",
                "How many [people|students|colleagues|users] can use Atelier at [once|the "
                "same time]?",
                "How many [requests|concurrent users|simultaneous chats] can [Atelier|the "
                "server] [handle|take|cope with]?",
                "Will Atelier [cope with|handle|stand] [a hundred|thirty|fifty] users at "
                "once? How can I test that?",
                "I'd like to [know|see|find out] how much [load|traffic] my server can "
                "[take|handle].",
                "I wonder how Atelier performs under [load|heavy load|pressure].",
                "I want [performance figures|benchmark numbers|speed figures] for [my "
                "machine|my server|this laptop].",
                "My boss wants [performance|benchmark] numbers. How do I "
                "[get|produce|measure] them?",
                "How do I test the [speed|performance|throughput] of [the server|my installation]?",
                "How do I measure [latency|throughput|latency and throughput]?",
                "What's the [throughput|latency] of Atelier on my machine?",
                "What [happens|is measured] when I run `make bench`?",
                "What do the benchmarks [measure|test]?",
                "Let me [benchmark|load-test] [the server|my machine|this machine].",
                "[Performance|Throughput|Latency] [measurement|test|benchmark]",
                "[Measuring|Testing] the [performance|speed] of [Atelier|the server]",
                "Can I compare the speed of two [machines|servers|computers] with Atelier?",
                "I bought a faster [computer|laptop|machine]. How do I measure the "
                "difference with Atelier?",
                "What's in [benchmarks/results|the benchmarks folder]?",
                "Please tell me how to measure the [performance|throughput] of [Atelier|the "
                "server].",
                "I don't know how fast my server is. How do I [measure|benchmark] it?",
                "benchmark how",
                "load test",
                "stress test the server",
                "benchmark results folder",
                "speed test of my machine",
                "How do I put [the server|Atelier] under [load|stress|pressure]?",
                "What's the make target for [the benchmarks|benchmarking|load testing]?",
                "How would I find out how [fast|quick] [the server|my setup|my installation] is?",
                "I'd like to [quantify|assess|evaluate] the [performance|throughput] of my "
                "[server|installation].",
                "How do I get [hard|real|actual] numbers on [the server's "
                "performance|throughput and latency]?",
                "Where do I find the [output|report|numbers] of the [benchmark|load test]?",
                "In which [file|folder|directory] does the benchmark [leave|write|store] its "
                "figures?",
                "I ran make bench. Where did the [results|figures|numbers] go?",
                "The benchmark has finished. Where's the [output|report]?",
                "What's the maximum [load|number of users] my server can [bear|handle|sustain]?",
                "How many [visitors|pupils|employees|clients] can my server [serve|handle] "
                "[in parallel|simultaneously]?",
                "Can my laptop serve [a whole class|twenty people|my entire team] at once? "
                "How do I measure that?",
                "My teacher asks how many [students|pupils] the server can [handle|serve] at "
                "once. How do I measure it?",
                "Our IT wants to know the [capacity|peak load|throughput] of the server. How "
                "do I [measure|test] it?",
                "I wonder how much [traffic|load] my machine can [stand|handle|bear] with Atelier.",
                "I wonder whether there's a built-in [benchmark|load test|performance test].",
                "Is there a tool to [measure|test|gauge] [performance|throughput|load] in "
                "the repository?",
                "Does Atelier [come with|include|have] a [benchmark|benchmark suite|load "
                "generator]?",
                "Before [we go live|our launch], I want to test the server under load.",
                "I need to know whether my hardware is fast enough. How do I benchmark it?",
                "The server feels [slow|sluggish]. How do I measure its [speed|performance]?",
                "How do I simulate [many users|a lot of traffic|heavy load]?",
                "What happens [if|when] I [type|start] make bench?",
                "Does [make bench|the benchmark] measure [load|speed|latency]?",
                "How can I check the [response times|requests per second] [of the "
                "server|under load]?",
                "How many requests per second does the server manage on my machine?",
                "I don't trust published numbers. How do I [run|do] the benchmark myself?",
                "I can't tell how [fast|quick] my installation is. Is there a "
                "[benchmark|measurement]?",
                "[Capacity|Load|Performance] [planning|testing|measurement] for [my "
                "server|Atelier]",
                "[Run|Start|Execute] the [benchmark suite|load test|performance test], please",
                "Tell me how to [time|clock|benchmark] the server.",
                "How do the developers measure the [speed|performance] of the server?",
                "I want to [rerun|repeat|reproduce] the [benchmarks|benchmark figures].",
                "How do I reproduce the published benchmark numbers on my own machine?",
                "I've changed the [hardware|settings]. How do I benchmark [again|the server "
                "again]?",
                "Could you remind me of the [benchmark|load test] command?",
                "What's a good way to compare [performance|throughput] before and after [a "
                "change|an upgrade]?",
                "Where can I read the [speed|performance|load] figures that were measured?",
                "Which command gives me [performance numbers|load figures|throughput figures]?",
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
                "data directory",
                "where is my stuff saved",
                "chat history location",
                "Where's my [data|chat history|history] [kept|stored|saved]?",
                "Where does Atelier [hold|persist|keep] its [data|documents|files|state]?",
                "Where do my [conversations|messages|uploads|files] [end up|live|go] on disk?",
                "What [directory|path] are my [chats|messages|files|documents] in?",
                "Which [directory|path] [contains|holds] my [chats|messages|history]?",
                "Is my chat history [saved|stored|kept] on [disk|this machine|my laptop]?",
                "Are my [chats|conversations|messages] [saved|stored|written] [to disk|in a "
                "database|in a file]?",
                "Are the conversations in a database or in [files|plain files]?",
                "What kind of database [holds|stores] [the conversations|my chats|the messages]?",
                "[What's|What is] the [default|built-in|embedded] database?",
                "Does Atelier [bring|come with|include] its own [database|storage|object store]?",
                "Do I have to install [MongoDB|a database] [myself|first|to run Atelier]?",
                "Is MongoDB [built in|embedded|included]?",
                "I don't have a database. Where [will|does] Atelier keep [its data|my chats]?",
                "How are [documents|files|messages] stored by default?",
                "What [storage|file storage|object storage] does Atelier use by default?",
                "What is nx-27017[| for]?",
                "Why is there an rclone process[| on my machine]?",
                "What's [inside|in] the [./data|data] [folder|directory]?",
                "There's a folder called data in the repository. What's in it?",
                "I wonder where all my [chats|messages|conversations|files] are "
                "[physically|really|actually] stored.",
                "For our [data protection|privacy|security] form I must state where the "
                "[data|chats] are stored. Where is that?",
                "My [admin|boss|teacher] asks where the [chats|conversations|files] are stored.",
                "I'd like to [find|see|inspect] the stored [files|data|messages] on disk.",
                "Where can I [find|see] the database files?",
                "Storage [location|directory|path|folder]",
                "Tell me [where|in which folder|in which directory] [my data|my "
                "history|everything] is kept.",
                "How does Atelier [persist|save|store] [data|its data|documents and files]?",
                "Can you tell me where Atelier saves [conversations|files|everything]?",
                "data folder",
                "where is the database",
                "where are messages kept",
                "file storage location",
                "which database",
                "Where do all these [chats|conversations|messages] end up [on my disk|on my "
                "machine]?",
                "Where on my [hard drive|computer|hard disk] [are|can I find] my "
                "[chats|conversations]?",
                "What [type|sort] of database is [behind|underneath|inside] Atelier?",
                "Is there a [MongoDB|database|SQL database] [behind|inside] Atelier[| by default]?",
                "Does Atelier use [MongoDB|SQLite|Postgres|MySQL] to store [chats|the "
                "conversations]?",
                "Where are [uploaded files|attachments|my uploads] [kept|stored|saved]?",
                "I [uploaded|attached] a file. Where is it [stored|saved] on the disk?",
                "Which [folder|directory] do [uploads|attachments|files] go [in|into]?",
                "What's the [path|name] of the [data|storage] [folder|directory]?",
                "I can't find my [stored chats|saved messages|data files]. Which folder are "
                "they in?",
                "In what form [are my chats|is my history] [kept|saved] on disk?",
                "I wonder what [database|storage engine|storage] Atelier uses [by "
                "default|out of the box|under the hood].",
                "Under the hood, what [stores|keeps|holds] the [documents|conversations|messages]?",
                "How does Atelier [persist|save|remember] [conversations|messages|documents]?",
                "What's used for [persistence|storage|saving files]?",
                "[Persistence|Storage|Database] [layer|engine|backend][|?]",
                "What's rclone [for|doing here|used for in Atelier]?",
                "What does Atelier use rclone for?",
                "Is nx-27017 a [database|MongoDB|store]?",
                "Is the [embedded|built-in|default] [database|store] compatible with MongoDB?",
                "Is there an embedded [database|store|object store]?",
                "Where does the [embedded|built-in|local] [database|S3 store] keep its files?",
                "Where is the local S3 store?",
                "My teacher asks where [our chats|the pupils' messages|the conversations] "
                "are [kept|stored]. What do I say?",
                "Our [auditor|lawyer|privacy officer] asks where the "
                "[conversations|messages|files] are [held|kept|stored].",
                "I'd like to know in which [folder|directory] my [history|data] [sits|ends up].",
                "Show me where [my files|my chats|the messages] are on [disk|my hard drive].",
                "Tell me what [database|store|storage] [the conversations are in|holds the "
                "documents].",
                "Do I need a separate [database|MongoDB server|S3 server] to [begin "
                "with|store my chats]?",
                "I don't want to install a database. How are the chats stored?",
                "Does Atelier write [anything|its data] [outside|only to] the data folder?",
                "Is everything kept in [one|a single] [folder|directory]?",
                "How much of my data is in the data folder?",
                "There's a data directory on my disk. What does Atelier [keep|put|store] there?",
                "What happens to a message after I send it: where is it saved?",
                "After a chat, where does the text get [saved|written|stored]?",
                "Could you point me to the [folder|directory] with my [chats|messages|history]?",
                "Where would I look for the saved [conversations|chats] on the server's disk?",
                "As a sysadmin I need the storage [path|directory|location] of Atelier.",
                "Are files and documents stored [separately|in the same place|in different "
                "stores]?",
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
                "backup how",
                "factory reset",
                "wipe all data",
                "copy to a new laptop",
                "[What's|What is] the best way to [back up|back up all my chats|save everything]?",
                "How do I [protect|safeguard|secure] my [chats|conversations|data] against "
                "[a disk failure|a crash of my disk]?",
                "My disk is [failing|dying|almost full]. How do I save [a copy of|all of] my "
                "[chats|data]?",
                "I'm getting a new [laptop|PC|server|computer]. How do I [take|bring] my "
                "[chats|data|conversations] with me?",
                "How do I [migrate|transfer|carry over] [my data|my chats|everything] to [a "
                "new machine|another laptop|a new server]?",
                "[Migrate|Transfer|Move] all my [chats|conversations] to a new "
                "[computer|laptop], how?",
                "I'd like to [keep|store] a copy of [my data|everything] on [a USB stick|an "
                "external drive|another disk].",
                "Can I [export|save|archive] all my [data|conversations] at once?",
                "What does a [full|complete] backup [consist of|contain]?",
                "How do I [erase|clear out|clean out] [all the data|everything|all of "
                "Atelier's data]?",
                "Is there a way to [erase everything|start from scratch|start over with no "
                "data|wipe all the data]?",
                "I want to [start over|begin again|start afresh] with an empty Atelier.",
                "How do I [reset|return] Atelier to [a fresh state|its initial state|factory "
                "settings]?",
                "What [do I need to|must I|should I] [copy|save] to keep [everything|all my data]?",
                "Do I have to stop Atelier before [a backup|copying the data|making a backup]?",
                "Can I make a backup while [Atelier|the server] is running?",
                "What happens if I [delete|remove|erase] the [data folder|./data folder]?",
                "May I [delete|remove] the data folder?",
                "Is it enough to copy the data folder?",
                "I wonder how to [back up|archive|duplicate] my Atelier [data|installation].",
                "Every night I'd like to save a copy of the [data|conversations]. What do I "
                "[copy|back up]?",
                "Our [admin|IT department|sysadmin] wants [backups|a backup plan]. What has "
                "to be [copied|saved|backed up]?",
                "[Backups|Nightly backups|Full backup][|?]",
                "[Resetting|Wiping|Erasing] [everything|all the data]",
                "[Moving|Migrating] to [a new|another] [machine|computer|server]",
                "I don't want to lose my [chats|conversations|data]. How do I make a "
                "[copy|backup]?",
                "Please wipe [everything|all my data], I want a fresh start.",
                "Which [files|folders|directory] should I [include in|put into] a backup?",
                "make a backup",
                "transfer data to new pc",
                "restore from backup",
                "export all data",
                "delete everything",
                "How do I get a [copy|snapshot|backup] of [all my chats|everything I have "
                "here|the whole data]?",
                "Can I [take|make] a [snapshot|full copy] of [my data|the data|everything]?",
                "How do I [restore|recover|bring back] [my data|my chats|everything] from a "
                "backup?",
                "I [made|have] a backup. How do I [restore|use] it on [a new machine|another "
                "computer]?",
                "My [hard disk|laptop|computer] is [dying|failing|about to fail]. How do I "
                "[save|rescue] my chats?",
                "I'm [switching|moving] to [another|a different] [laptop|computer]. Can my "
                "chats come along?",
                "I bought a new [Mac|PC|laptop]. How do I take all my [conversations|data] "
                "[over|across]?",
                "How do I [relocate|move|shift] [my installation|all my data] to [a "
                "different server|another machine|a bigger computer]?",
                "Can I [clone|duplicate|mirror] my [data|installation] on [another|a second] "
                "machine?",
                "What's the [safest|simplest|proper] way to [save|archive|back up] my "
                "[data|chats]?",
                "What files belong in a backup?",
                "What should our backup [script|job|software] [copy|include|save]?",
                "I wonder whether copying one folder is a [complete|full|proper] backup.",
                "Is copying ./data a [full|complete|proper] backup?",
                "Do I have to shut the server down to make a [backup|copy|snapshot]?",
                "How do I [zip|archive|export] [all my data|everything] in Atelier?",
                "Can I put [my data|everything] on a [USB stick|memory stick|network drive] "
                "as a [backup|copy]?",
                "I'm afraid of losing my [data|history|chats]. How do I [back it up|make a "
                "backup]?",
                "Before [an upgrade|the update|I reinstall], how do I [save|back up] my data?",
                "I'm reinstalling my operating system. How do I save my Atelier data first?",
                "How do I do a [factory|full|complete] reset[| of Atelier]?",
                "How do I get back to a [clean slate|blank state|fresh installation]?",
                "I want a [clean slate|brand new start|completely empty Atelier]. What do I "
                "[remove|delete]?",
                "Can I [purge|destroy|erase] [all stored data|every chat and file] [at "
                "once|in one go]?",
                "How do I get rid of all [my data|the data|stored data] [for good|on this "
                "machine]?",
                "I've been [testing|playing around] and now I want to [wipe|reset|clear] "
                "everything. How?",
                "I don't need the old data any more. How do I [wipe|erase] [all of it|everything]?",
                "My data is a mess. How do I start [from zero|from scratch|all over]?",
                "Which folder must I [remove|delete] for a [fresh start|clean start|full reset]?",
                "What happens [when|if] I [copy|move] the data folder to another "
                "[machine|computer]?",
                "My teacher asks me to keep a [backup|safe copy] of [all our chats|our data]. How?",
                "We're [retiring|replacing] the old server. How do we [transfer|migrate] the "
                "[data|conversations]?",
                "Our company requires [daily|weekly|regular] backups. How are they "
                "[made|done|taken]?",
                "Is there a built-in [backup|export|reset] [command|function|tool]?",
                "[Backup|Migration|Reset] [instructions|steps|procedure][|, please]",
                "Tell me how to [copy|duplicate|archive] the whole data.",
                "What do I copy to [bring|carry] Atelier to my new machine?",
                "Could you explain how to [restore|reset|migrate] [Atelier|an installation]?",
                "Disaster recovery: how do I [save|back up] everything?",
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
                "use my mongodb",
                "external s3 setup",
                "mongodb atlas connection",
                "Our company [runs|has|hosts] a MongoDB cluster. Can Atelier [store its data "
                "there|use it|connect to it]?",
                "We've got a MinIO [server|cluster] at work. How do I [hook it up|connect "
                "it|plug it in]?",
                "I'd rather use [my own|our own|a managed] [database|MongoDB|object store] "
                "than the [embedded|built-in|local] one.",
                "I don't want the [embedded|built-in] [database|store]. How do I use a "
                "[real|proper|separate] MongoDB?",
                "How do I [replace|swap out] the [embedded|built-in|local] "
                "[database|store|S3 store]?",
                "How do I [point|connect|link] Atelier to a [remote|managed|hosted|separate] "
                "[database|MongoDB]?",
                "Can the files [go to|be kept in|be stored in] [Amazon S3|an S3 "
                "bucket|MinIO|our object store]?",
                "Can I [keep|store|put] the data in [MongoDB Atlas|an external MongoDB|a "
                "MongoDB cluster]?",
                "Where do I [enter|put|set] the [connection string|URL|address] of my "
                "[MongoDB server|database|S3 server]?",
                "What's the variable for the [database URL|MongoDB connection string|S3 "
                "address|S3 endpoint]?",
                "How do I set the [database URL|MongoDB connection string|S3 "
                "endpoint|address of the database]?",
                "For production we need a [real|proper|managed] [database|MongoDB]. How do "
                "we [configure|set up|connect] it?",
                "Which [databases|object stores|S3 servers] can Atelier [connect to|work "
                "with] in production?",
                "I wonder if Atelier can [use|work with] [a managed MongoDB|an existing "
                "MongoDB|an S3 bucket].",
                "I have an S3 bucket. How do I [use|connect] it?",
                "We already [run|have] MongoDB in our [data centre|data center|cluster]. How "
                "do I [configure|tell] Atelier to use it?",
                "[Connecting|Configuring|Adding] [an external|a remote] [database|MongoDB|S3 "
                "server]",
                "[Remote|External|Managed] [database|MongoDB|object storage|S3][|?]",
                "What happens if I set [MONGODB_URL|S3_URL]?",
                "Give me an example of [MONGODB_URL|S3_URL|MONGODB_URL and S3_URL].",
                "Does Atelier accept [a MongoDB URL|an external S3 endpoint|a MongoDB "
                "connection string]?",
                "Can several Atelier servers [share|use] one [external|central] MongoDB?",
                "My [DBA|admin|sysadmin] has [set up|created] a MongoDB for us. How do I "
                "make Atelier use it?",
                "Store the files in [S3|MinIO|an S3 bucket|Amazon S3] instead of on my disk, how?",
                "Let Atelier use [our MongoDB|an external MongoDB|our S3 server] instead of "
                "the embedded store.",
                "Is [MinIO|Amazon S3|MongoDB Atlas|an external database] supported?",
                "What has to be configured for [a production database|a separate database "
                "server|an external object store]?",
                "I'd like to keep [documents|conversations] on our own [MongoDB "
                "server|database server]. What do I set?",
                "Could you show me the configuration for [MinIO|Amazon S3|a remote MongoDB]?",
                "connect external database",
                "MONGODB_URL",
                "S3_URL",
                "set up minio",
                "amazon s3 bucket",
                "own database server",
                "How do I [attach|hook up|plug in] [my own|an external] "
                "[MongoDB|database|object store]?",
                "How would I [move|switch] from the [embedded|built-in] store to [MongoDB|a "
                "real database server|real servers]?",
                "I [rent|pay for|have] a [MongoDB Atlas cluster|managed MongoDB|hosted "
                "MongoDB]. How do I connect Atelier?",
                "I've got a [MongoDB replica set|MongoDB instance|MongoDB container] "
                "[running|ready]. How do I connect it?",
                "Where do I [put|enter|write] the [connection string|database URL|address of "
                "my MongoDB]?",
                "Where do I [enter|configure|put] the [S3 endpoint|MinIO address|address of "
                "our S3 server]?",
                "What [goes in|do I put into|should be in] [MONGODB_URL|S3_URL]?",
                "What does [MONGODB_URL|S3_URL] [look like|contain|do]?",
                "What's a valid value for [MONGODB_URL|S3_URL]?",
                "I don't want to use the [embedded|built-in|bundled] [database|store]. How "
                "do I [choose|use] my own?",
                "I don't trust the [embedded|built-in] database for production. Can I use [a "
                "real one|a real MongoDB]?",
                "The [embedded|bundled|built-in] database isn't enough for us. How do we "
                "[switch to|connect] a real MongoDB?",
                "We're going [live|into production]. How do we [use|set up] a [proper|real] "
                "database server?",
                "I wonder whether Atelier can [use|connect to|work with] [our MongoDB|an S3 "
                "bucket|a separate database server].",
                "I'd like to [plug in|use|connect] [Amazon S3|MinIO|MongoDB Atlas].",
                "Is there a setting for [an external database|a different MongoDB|another S3 "
                "server]?",
                "Is there an environment variable for the [database|object store|S3 server]?",
                "Can Atelier [write|save] [its files|attachments|uploads] to [S3|MinIO|an S3 "
                "bucket]?",
                "Can the [database|object store] run on [another|a different|a separate] "
                "[machine|host|server]?",
                "My database is on [another host|a different server]. How do I tell Atelier?",
                "How do I tell Atelier [where my MongoDB is|which database to use|which S3 "
                "server to use]?",
                "How do I override the default [database|store|object storage]?",
                "Our IT department insists on [a central database|our own MongoDB|MinIO]. "
                "How do I set that?",
                "My [boss|team] wants the [data|documents] in [our own MongoDB|a real "
                "database|a managed MongoDB]. How do I do it?",
                "My teacher asks me to connect Atelier to the school's MongoDB server. How?",
                "Do I have to restart after [setting|changing] [MONGODB_URL|S3_URL]?",
                "[Use|Connect|Take] [a real MongoDB|my S3 bucket|our MinIO], please",
                "[MongoDB|S3|MinIO] [configuration|connection|integration][|?]",
                "[Custom|Production|Separate] [database|object store] [setup|configuration]",
                "Tell me which variables to export for [MongoDB|S3|an external database].",
                "Could you show me how to [export|set] the [MongoDB|S3] [URL|address]?",
                "How do I run Atelier against a [remote|hosted|managed] [MongoDB|S3 service]?",
                "Does Atelier [allow|permit] [an external database|external storage|a "
                "MongoDB connection]?",
                "Can I bring my own [database|MongoDB|object storage|S3]?",
                "How can two [installations|Atelier servers] use the same [MongoDB|database "
                "server]?",
                "We use [Docker|containers] for MongoDB. How does Atelier [find|reach] it?",
                "There's a MongoDB at db.example. How do I make Atelier use it?",
                "Which S3-compatible [servers|services|stores] can I [use|connect]?",
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
                "healthcheck url",
                "readiness probe path",
                "alive check",
                "server status",
                "Is [Atelier|the app|the service] [up|running|ready|healthy]?",
                "How can I [verify|test|confirm] that [the server|Atelier|the service] is "
                "[up|running|ready]?",
                "How do I [ping|probe] [Atelier|the server] to see that it's [up|alive|ready]?",
                "What should my [readiness|liveness|startup] probe call?",
                "Which path do I give to [my load balancer|Kubernetes|the health "
                "check|Docker] [as a health check|for the probe]?",
                "I'm [setting up|configuring|writing] a [health check|readiness "
                "probe|liveness probe]. Which [path|endpoint|URL] do I use?",
                "What's the [path|URL|address] for [health checks|readiness checks|liveness "
                "checks|the readiness probe]?",
                "What's the difference between [/healthz and /readyz|healthz and "
                "readyz|liveness and readiness]?",
                "[healthz|readyz]",
                "What does [/healthz|/readyz] [say|tell me|return]?",
                "Where can I see [the status of the server|whether the server is alive|if "
                "the service is up]?",
                "Is there a status [page|endpoint|URL]?",
                "I wonder if the server is [still alive|up|ready yet]. How can I "
                "[check|tell|find out]?",
                "The page is blank. How do I check that the server is [alive|up|healthy]?",
                "I've just [started|launched] Atelier. How do I know when it's ready?",
                "My script must wait until Atelier is ready. What [can|should] it "
                "[call|poll|query]?",
                "How do I wait for [Atelier|the server] to [be|become] ready[| in a script]?",
                "Can I curl something to see [if the server is up|whether it's ready|that "
                "it's alive]?",
                "Give me a command that [shows|tells me|checks] whether [the server|Atelier] "
                "is [up|alive|ready].",
                "How does [Kubernetes|a load balancer|an uptime checker] know that Atelier "
                "is [alive|ready|healthy]?",
                "Can an uptime checker watch Atelier?",
                "Our admin wants to [check|probe] every minute whether the server is "
                "[alive|up]. Which URL?",
                "Does Atelier answer [health checks|health probes|readiness probes]?",
                "Show me the health [endpoint|check|URL].",
                "[Liveness|Readiness] and [health|status] checks",
                "How do I know the process hasn't died?",
                "I don't know whether the server is [alive|up|ready]. How do I check?",
                "Has the server [started properly|come up|finished starting]? How can I tell?",
                "probe path",
                "liveness path",
                "is the server running",
                "health endpoint url",
                "is it up",
                "ping the server",
                "How do I [ping|probe|poll] [Atelier|the server|the service]?",
                "How do I do a [quick|simple] health check?",
                "Is there a quick way to [see|find out|tell] whether [Atelier|the server] is "
                "[running|alive]?",
                "Is there an [endpoint|address] that [says|tells me] whether the server is "
                "[up|alive|ready]?",
                "When do I use [/healthz|/readyz]?",
                "Which [one|endpoint] is for [liveness|readiness]?",
                "I [get|see] an empty page. Is the server [alive|running|up]?",
                "I can't reach the [page|chat]. How do I [check|see] whether the server is "
                "[up|running|alive]?",
                "The page [won't load|doesn't open]. How do I find out if the server is "
                "[alive|running]?",
                "Has the server [crashed|died|gone down]? How do I check?",
                "Did the server come up [properly|correctly|fine]? How do I check?",
                "I wonder whether the server is [still alive|up|ready to serve].",
                "I'd like to [confirm|make sure] that [the service|Atelier] is "
                "[healthy|ready to serve].",
                "How can I tell that the [start|startup] is [finished|complete]?",
                "What tells me that the server has finished starting?",
                "Our [hosting platform|orchestrator|container platform] asks for a health "
                "check [path|URL]. What do I [enter|give]?",
                "My [load balancer|reverse proxy|uptime monitor] needs a [URL|path] to "
                "[check|probe]. Which one?",
                "My deployment YAML needs a [livenessProbe|readinessProbe]. Which path goes there?",
                "What do I write for [livenessProbe|readinessProbe] in Kubernetes?",
                "What path should the [Docker healthcheck|Compose healthcheck|Kubernetes "
                "probe] use?",
                "My teacher asks me to show that the server is [running|alive]. How?",
                "Can I check the server's [health|status|readiness] with curl?",
                "Give me the curl command for the [health check|readiness check|server status].",
                "What happens [when|if] I [open|call|curl] [/readyz|/healthz]?",
                "[Service|Process|Backend] [health|status|liveness][|?]",
                "[Check|Verify|Test] that the server is [alive|up|ready], how?",
                "Tell me how to see whether [everything|the server] is [healthy|up and ready].",
                "How do I [detect|notice] that the server is [down|dead|not ready]?",
                "How would a script [detect|notice] that Atelier is down?",
                "I want an alert when the server goes down. Which URL [do I check|should be "
                "polled]?",
                "We'd like to [poll|ping] the server every [minute|thirty seconds]. Which "
                "[endpoint|address] is meant for that?",
                "I don't see any sign of life. How do I check the server?",
                "There's no answer from the server. Is it [dead|down|alive]?",
                "Does the server [respond|reply] to health checks?",
                "Could you show me how to check [readiness|liveness|the server's health]?",
                "Where's the [health check|status endpoint|readiness URL]?",
                "Is the [backend|process|web server] still [running|alive]?",
                "How do I know if the service is accepting requests?",
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
                "monitoring how",
                "scrape target",
                "grafana setup",
                "Where's the [metrics|Prometheus] [endpoint|page|URL]?",
                "What's the [URL|address|path] [of|for] the metrics?",
                "What [target|address|URL] do I [put|write|enter] in [prometheus.yml|my "
                "Prometheus config|the Prometheus configuration]?",
                "I'd like to [plot|graph|chart] [the load|the traffic|requests] of the "
                "server in Grafana.",
                "I want a [dashboard|Grafana dashboard|monitoring dashboard] for Atelier.",
                "How do I build a [dashboard|Grafana dashboard|Grafana board] for "
                "[Atelier|the server]?",
                "Our [ops team|admin|sysadmin] uses [Prometheus|Grafana]. How do they "
                "[monitor|observe|watch] Atelier?",
                "We monitor everything with Prometheus. Does Atelier [fit in|expose "
                "anything|provide an endpoint]?",
                "Are there [any |]metrics [for|about] [the server|Atelier]?",
                "Is there [an|any] endpoint [for monitoring|for Prometheus|with metrics]?",
                "Does the server [expose|publish|provide] [metrics|telemetry|Prometheus "
                "metrics|runtime metrics]?",
                "I wonder whether Atelier exposes [metrics|Prometheus metrics|telemetry].",
                "How can I [monitor|observe] [the server|my installation|Atelier] [in "
                "production|over time]?",
                "Which metrics does Atelier [expose|offer|export|publish]?",
                "What's at /metrics?",
                "What does /metrics [show|return|contain]?",
                "Can I [scrape|monitor] Atelier with [Prometheus|a Prometheus "
                "server|VictoriaMetrics]?",
                "Can I [set up|have|add] monitoring[| for the server| for Atelier]?",
                "[Monitoring|Observability|Telemetry] with [Prometheus|Grafana]",
                "[Prometheus|Metrics] [setup|integration|configuration]",
                "How do I hook Atelier up to [Prometheus|Grafana|our monitoring]?",
                "Tell me where [the metrics are|Prometheus should look|the Prometheus "
                "endpoint is].",
                "Where do I point [Prometheus|my scraper|our monitoring system]?",
                "I need [metrics|graphs|charts] about [the load|the traffic|the requests] on "
                "my server. Where do I get them?",
                "In what format does Atelier export metrics?",
                "I don't know what to enter as the Prometheus target.",
                "My [boss|team|admin] wants to see [graphs|charts] of the server in Grafana. "
                "What's the [source|address]?",
                "Is there something for [observability|monitoring|telemetry] in Atelier?",
                "prometheus target",
                "metrics path",
                "grafana dashboard",
                "scrape config",
                "server metrics",
                "Where does Atelier [expose|publish|put] its [metrics|telemetry|statistics "
                "for Prometheus]?",
                "What [endpoint|path|address] should Prometheus [scrape|poll|read]?",
                "How do I [scrape|collect|gather] [metrics|runtime metrics|Atelier's metrics]?",
                "How do I get [Atelier's numbers|the server's metrics] into [Prometheus|Grafana]?",
                "How do I configure [Prometheus|a Prometheus job|a scrape job] for Atelier?",
                "How do I add Atelier [to|as a target in] [Prometheus|my Prometheus server]?",
                "I run [Prometheus|Grafana] at home. How do I add Atelier?",
                "I've [installed|set up] [Prometheus|Grafana]. What [URL|address] do I give it?",
                "I'd like [graphs|charts|a dashboard] of [the server's metrics|Atelier's metrics].",
                "I want to [plot|graph|chart] the [metrics|server load over time] in Grafana.",
                "I want to keep an eye on the server with [Prometheus|Grafana].",
                "I wonder if there's a [Prometheus|metrics] [endpoint|exporter].",
                "Is there a [Prometheus exporter|metrics exporter|monitoring endpoint]?",
                "Is there an [OpenMetrics|Prometheus-compatible] [endpoint|page]?",
                "Are there metrics [for Prometheus|that I can scrape|for monitoring]?",
                "Are metrics [exported|exposed|published|available]?",
                "Are the metrics in Prometheus format?",
                "Do you [support|offer] [Prometheus|monitoring with Prometheus|Grafana "
                "dashboards]?",
                "Can [Datadog|VictoriaMetrics|our monitoring system] [read|collect|scrape] "
                "Atelier's metrics?",
                "Can I see [runtime statistics|server statistics|operational metrics] somewhere?",
                "Where do I see the server's [metrics|runtime statistics|counters]?",
                "My teacher asks me to [monitor|observe] the server with Prometheus. What's "
                "the address?",
                "Our [DevOps|SRE|operations] team [asks|is asking] for a metrics endpoint. "
                "Which one is it?",
                "Our Grafana shows [nothing|no data] for Atelier. Where should it get the metrics?",
                "My Prometheus can't find [Atelier|the server]. What's the right [path|URL]?",
                "I can't find the metrics [page|endpoint|URL].",
                "I don't have any monitoring yet. How do I [monitor|observe] the server?",
                "What happens [when|if] I open /metrics in a browser?",
                "What does the /metrics [page|endpoint] give me?",
                "Which path [exposes|serves|returns] the metrics?",
                "Which port and path do I use for [Prometheus|the metrics|scraping]?",
                "On [what|which] path does [Prometheus|my scraper] find the metrics?",
                "What monitoring [does Atelier offer|is built in|options are there]?",
                "What's the [best|recommended|easiest] way to monitor [the server|an Atelier "
                "installation]?",
                "[Observability|Telemetry|Scraping] [endpoint|setup|options][|?]",
                "[Show|Give] me the [Prometheus|metrics|monitoring] [URL|endpoint|address].",
                "Tell me how to [monitor|observe] [the server|Atelier] with Prometheus.",
                "Could you tell me where the [metrics|Prometheus metrics|telemetry data] can "
                "be [read|found|scraped]?",
                "For [alerting|dashboards] in Grafana we need metrics. Where are they?",
                "There's a Prometheus in our network. How do I connect it to Atelier?",
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
                "scale out",
                "more servers how",
                "ray cluster how",
                "ray up",
                "My [laptop|single machine|one server] can't [cope|keep up] any more. How do "
                "I add [machines|a second machine|more nodes]?",
                "We've got [ten|three|several|five] servers. How do I run Atelier "
                "[across|on] all of them?",
                "How do I [spread|distribute] Atelier across [several|many|multiple] "
                "[machines|servers|nodes]?",
                "How do I [join|connect|combine] [two|several|multiple] "
                "[computers|servers|machines] into a cluster?",
                "Is there [horizontal scaling|multi-node support|support for clusters|a "
                "cluster mode]?",
                "Can Atelier [scale out|scale horizontally|grow with our needs|run distributed]?",
                "I'd like to [deploy|run] Atelier on [AWS|a cluster|several nodes|a GPU "
                "cluster]. Where do I [begin|start]?",
                "How do I deploy Atelier to [a cluster|the cloud|several servers|a Ray cluster]?",
                "I wonder whether Atelier can [span|use|run on] more than one "
                "[computer|server|node].",
                "Our [company|university|school] has a cluster. How do we [run|deploy] "
                "Atelier on it?",
                "What do I need to [add another server|go beyond one machine|run on multiple "
                "nodes]?",
                "What's the [command|file] for [a cluster|a multi-node setup|several nodes]?",
                "How do I [create|set up|build|launch] a [Ray cluster|cluster|cluster of "
                "machines]?",
                "Where do I [describe|list|declare] [the nodes|my servers|the machines of "
                "the cluster]?",
                "What do I write in [ray-cluster.yaml|the cluster file]?",
                "What happens [when|if] I run `ray up`?",
                "[Expand|Enlarge|Extend] the installation to [two|more|several] "
                "[servers|machines], how?",
                "[Multiple|Several|Many] [servers|computers][|?]",
                "[Distributed|Multi-node|Multi-machine] [setup|deployment|installation]",
                "Can I start on [a laptop|one machine] and [grow|scale|expand] later?",
                "Does it [run|work] on more than one [server|computer|node]?",
                "Is Atelier [limited|tied|restricted] to [one|a single] [machine|computer|server]?",
                "We'll soon have a thousand users. How do we [scale|scale out|add capacity|grow]?",
                "I [bought|have|got] a second [computer|server|machine]. How do I add it to "
                "Atelier?",
                "Give me the steps to [scale out|go multi-node|run on several machines].",
                "I don't want to be stuck with one machine. Can Atelier [grow|expand|scale]?",
                "Can extra [nodes|servers|machines] be added[| later| to the cluster]?",
                "Explain how Atelier [grows|scales] [to many machines|beyond one machine|to "
                "several nodes].",
                "multi node",
                "cluster setup",
                "more servers",
                "horizontal scaling",
                "add a node",
                "ray-cluster.yaml",
                "How do I go from one [server|machine|laptop] to [several|many|a whole cluster]?",
                "How do I [deploy|launch] Atelier on a [Ray cluster|cluster|fleet of servers]?",
                "How do I [attach|connect] [a second|an extra|an additional] "
                "[node|server|computer]?",
                "How do I make use of all the [computers|servers|workstations] in our "
                "[lab|office|school]?",
                "How far can Atelier [scale|grow]?",
                "How [large|big] can an Atelier cluster [be|get|become]?",
                "How does Atelier scale [out|horizontally|to many nodes]?",
                "What role does Ray play in [scaling|running on many machines|a cluster]?",
                "Can Ray [spread|distribute] Atelier over [several|many] nodes?",
                "Can I use my existing Ray cluster?",
                "Can we [pool|combine|join] [our computers|several GPU servers|two workstations]?",
                "Can I [scale up|grow|expand] when [more users come|we get more users|my "
                "team gets bigger]?",
                "We're getting more [users|traffic] than one [server|machine] can handle. "
                "How do we [add nodes|scale out]?",
                "Our [user base|team|class] is growing. How do we add [capacity|more "
                "servers|nodes]?",
                "My server is [overloaded|at its limit]. How do I [add|bring in] [another "
                "one|a second server]?",
                "My [old PC|computer] is too weak [alone|on its own]. Can I add a second machine?",
                "My teacher asks whether Atelier [runs|works] on [a cluster|several computers].",
                "My boss wants to know if Atelier [scales|can grow] beyond [one machine|a "
                "single server].",
                "I'd like to [grow|expand|extend] [my installation|the server] to [more "
                "nodes|several hosts].",
                "I wonder how to [scale|run] Atelier across [nodes|hosts|several servers].",
                "I have [two|three|four] [GPU servers|workstations|spare PCs]. Can Atelier "
                "use all of them?",
                "I rent [cloud machines|several cloud servers|EC2 instances]. How do I run "
                "Atelier across them?",
                "I don't think one [server|machine] will be enough. How do I add more?",
                "I can't fit all [users|the load] on one machine. How do I [scale out|use "
                "several]?",
                "What if one [server|machine|node] is [too small|not enough|too weak]?",
                "What's the way to [scale|grow|expand] [Atelier|an installation]?",
                "What's [ray up|the ray up command|the ray cluster file] for?",
                "What does [ray up|ray up ray-cluster.yaml] do?",
                "Which command [starts|launches|creates|brings up] the cluster?",
                "Which file do I edit to add [nodes|machines|workers|a worker node]?",
                "Where are the cluster nodes [described|defined|configured]?",
                "Is there a way to [spread|share|split] the load [across|over|among] "
                "[several servers|many nodes]?",
                "Is Atelier [scalable|distributed|made for clusters]?",
                "Does Atelier [allow|support|handle] [multiple nodes|many machines|worker "
                "nodes|distributed deployment]?",
                "[Scale|Grow|Expand] Atelier to [more nodes|several machines], please",
                "[Cluster|Multi-server|Distributed] [mode|operation|architecture][|?]",
                "Tell me how to [set up|build|create] a cluster [for|with] Atelier.",
                "There's a GPU cluster at our institute. How do I run Atelier there?",
            ),
            answers=(
                "Atelier runs on Ray, so it can grow to many nodes: describe them in "
                "`ray-cluster.yaml` and run `ray up ray-cluster.yaml`.",
            ),
            expect=("ray-cluster.yaml",),
        ),
    ),
)
