# `make` lists the targets. Everything goes through ./mvnw, which finds a JDK by itself.

.PHONY: help quick check fmt docs screens pictures cellart glyphs emoji dev bench e2e fault fuzz
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 8

quick: ## compile and run the fast tests, without the checks
	./mvnw -Dquick -DexcludedGroups='fuzz | e2e | fault' test

check: ## what CI runs: all tests and checks, the launcher's, the README's
	.ci/run

fmt: ## format the Java sources
	./mvnw -q spotless:apply

docs: ## write the generated parts of docs/ anew
	./mvnw -q -Dquick -Dgroups=docs -Dtest.jvm.args=-Dchatbois.docs=write test

screens: ## write the screens that the tests compare with anew
	./mvnw -q -Dquick -Dgroups=docs -Dtest=ScreensTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.args=-Dchatbois.docs=write -pl terminal -am test

pictures: ## draw the pictures in docs/ anew, from the real program; needs tmux
	tools/pictures.sh

cellart: ## measure how alike pictures as text are, beside chafa
	tools/cellart.sh

glyphs: ## measure anew how fonts draw characters, for pictures as text
	tools/glyphs.sh

emoji: ## make the list of emoji names anew; needs npm
	tools/emoji.sh

dev: ## a throw-away server with three members in tmux, to look at a change
	tools/dev.sh

bench: ## run the benchmarks; e.g. make bench ARGS='Merkle -f 1'
	./mvnw -q -Dquick -Dmaven.test.skip=true package
	. tools/find-jdk.sh && find_jdk javac && "$$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -jar bench/target/dist/bench.jar $(ARGS)

e2e: ## run the tests that start whole programs
	./mvnw -Dquick -Dgroups=e2e test

fault: ## run the tests of kill -9, cut lines, a full disk, slow readers and crowds
	./mvnw -Dquick -Dgroups=fault test

fuzz: ## fuzz all targets, or some; e.g. make fuzz TIME=5m TEST='FramesFuzz\#client'
	tools/fuzz.sh $(or $(TIME),60s) $(foreach test,$(TEST),'$(test)')
