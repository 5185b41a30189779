package dev.baton.view.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.view.Commentator;
import dev.baton.view.Exploration;
import dev.baton.view.Protocols;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewServerTest {
    private final List<Throwable> broken = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newHttpClient();
    private ViewServer server = start();

    private ViewServer start() {
        try {
            Exploration exploration = new Exploration(Protocols.singleSlot(), Commentator.SILENT);
            return ViewServer.start(
                    ViewSession.of(
                            List.of(exploration),
                            List.of(Protocols.trace(Protocols.singleSlot(), Protocols.OVERWRITTEN))),
                    0,
                    broken::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void nothingIsBroken() {
        broken.clear();
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
        assertThat(broken).isEmpty();
    }

    @Test
    void thePageIsServedWithEveryLock() throws Exception {
        HttpResponse<String> page = send(request("").GET());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div id=\"app\">").doesNotContain("id=\"baton-view\"");
        assertThat(page.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("referrer-policy", List.of("no-referrer"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("connect-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void theTraceIsServed() throws Exception {
        JsonNode answer = json(send(request("api/view").GET()), 200);
        assertThat(answer.path("explore").booleanValue()).isTrue();
        assertThat(answer.path("views")).hasSize(1);
        assertThat(answer.path("views").get(0).path("steps")).hasSize(11);
        assertThat(answer.path("documents").get(0).intValue()).isZero();
        assertThat(answer.path("explorations").get(0).path("command").textValue())
                .startsWith("baton explore ");
    }

    @Test
    void anotherBranchIsExplored() throws Exception {
        JsonNode answer = post("api/explore", "{\"initial\":0,\"path\":[\"send_set_header(self=Sender(0))\"]}", 200);
        assertThat(answer.path("view").path("steps")).hasSize(1);
        assertThat(answer.path("choices"))
                .extracting(c -> c.path("id").textValue())
                .containsExactly("send_set_payload(self=Sender(0))");
        int document = answer.path("document").intValue();
        JsonNode next = post(
                "api/explore",
                "{\"base\":" + document + ",\"keep\":1,\"path\":[\"send_set_payload(self=Sender(0))\"]}",
                200);
        assertThat(next.path("view").isMissingNode()).isTrue();
        JsonNode steps = next.path("patch").path("lists").path("steps");
        assertThat(steps.path("keep").intValue()).isEqualTo(1);
        assertThat(steps.path("set")).isEmpty();
        assertThat(steps.path("add")).hasSize(1);
        assertThat(next.path("patch").path("lists").has("sources")).isFalse();
        JsonNode look = post("api/explore", "{\"base\":" + document + ",\"keep\":0,\"path\":[],\"look\":true}", 200);
        assertThat(look.path("choices"))
                .extracting(c -> c.path("id").textValue())
                .containsExactly("send_set_header(self=Sender(0))");
        assertThat(look.has("patch") || look.has("view")).isFalse();
    }

    @Test
    void aDocumentThatIsForgottenIsSaid() throws Exception {
        assertThat(post("api/explore", "{\"base\":99,\"keep\":0,\"path\":[]}", 409)
                        .path("error")
                        .textValue())
                .contains("not known any more");
    }

    @Test
    void whyNotIsAnswered() throws Exception {
        JsonNode answer = post("api/why-not", "{\"initial\":0,\"path\":[],\"action\":\"deliver_doorbell\"}", 200);
        assertThat(answer.path("reasons").get(0).path("tree").path("because").toString())
                .contains("pending(doorbell)");
    }

    @Test
    void withoutTheTokenNothingIsServed() throws Exception {
        for (String path : List.of("", "api/view", "api/explore", "nothing")) {
            assertThat(send(bare(path).GET()).statusCode()).isEqualTo(403);
            assertThat(send(bare(path).header("X-Baton-Token", token() + "0").GET())
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(send(bare("?t=" + token()).GET()).statusCode())
                .as("the page's address")
                .isEqualTo(200);
        assertThat(send(bare("api/view?t=" + token()).GET()).statusCode())
                .as("questions carry it where no link can")
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", "http://localhost"})
    void anotherOriginIsRefused(String origin) throws Exception {
        assertThat(send(request("api/view").header("Origin", origin).GET()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theOwnOriginIsLetIn() throws Exception {
        String own = "http://127.0.0.1:" + port();
        assertThat(send(request("api/view").header("Origin", own).GET()).statusCode())
                .isEqualTo(200);
    }

    /** As a name from elsewhere that leads to this machine would ask. */
    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:PORT.evil.example"})
    void anotherHostIsRefused(String host) throws Exception {
        assertThat(raw("GET /api/view HTTP/1.1", "Host: " + host.replace("PORT", "" + port())))
                .isEqualTo(403);
    }

    @Test
    void whoAsksAsLocalhostIsLetIn() throws Exception {
        assertThat(raw("GET /api/view HTTP/1.1", "Host: localhost:" + port())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/api/../api/view",
                "/api/view/",
                "//api/view",
                "/viewer.js",
                "/app/index.html",
                "/api",
                "/\\..\\x"
            })
    void onlyTheFourAddressesAreKnown(String path) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1", "Host: 127.0.0.1:" + port()))
                .isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "HEAD", "TRACE", "BREW"})
    void otherMethodsAreRefused(String method) throws Exception {
        assertThat(raw(method + " /api/view HTTP/1.1", "Host: 127.0.0.1:" + port()))
                .isEqualTo(405);
        assertThat(raw(method + " / HTTP/1.1", "Host: 127.0.0.1:" + port())).isEqualTo(405);
    }

    @Test
    void questionsAreNotAskedByGet() throws Exception {
        assertThat(send(request("api/explore").GET()).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"path\":\"x\"}",
                "{\"path\":[1]}",
                "{\"path\":[],\"initial\":1}",
                "{\"path\":[],\"initial\":-1}",
                "{\"path\":[],\"initial\":99999999999999999999}",
                "{\"path\":[],\"view\":1}",
                "{\"path\":[],\"base\":-1}",
                "{\"path\":[],\"base\":0,\"keep\":20001}",
                "{\"path\":[],\"path\":[]}",
                "{\"path\":[]} more",
                "{\"path\":[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void aQuestionThatIsNoneIsRefused(String body) throws Exception {
        assertThat(post("api/explore", body, 400).path("error").textValue()).isNotBlank();
    }

    @Test
    void whatCannotBeTakenIsSaid() throws Exception {
        assertThat(post("api/explore", "{\"path\":[\"<script>alert(1)</script>\"]}", 422)
                        .path("error")
                        .textValue())
                .startsWith("there is no action `<script>");
        assertThat(post("api/why-not", "{\"path\":[],\"action\":\"nothing\"}", 422)
                        .path("error")
                        .textValue())
                .isEqualTo("there is no action `nothing`");
        assertThat(post("api/why-not", "{\"path\":[]}", 400).path("error").textValue())
                .isEqualTo("`action` is missing");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        String huge = "{\"path\":[\"" + "x".repeat(ExploreRequest.LARGEST) + "\"]}";
        assertThat(post("api/explore", huge, 413).path("error").textValue()).contains("larger than");
        String manySteps = "{\"path\":[" + String.join(",", Collections.nCopies(20_001, "\"x\"")) + "]}";
        assertThat(post("api/explore", manySteps, 400).path("error").textValue())
                .contains("at most 20000");
    }

    @Test
    void manyMayAskAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String path = String.join("\",\"", Protocols.OVERWRITTEN.subList(0, i % 10 + 1));
            answers.add(client.sendAsync(
                    request("api/explore")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"path\":[\"" + path + "\"]}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        for (int i = 0; i < 40; i++) {
            assertThat(json(answers.get(i).join(), 200).path("view").path("steps"))
                    .hasSize(i % 10 + 1);
        }
    }

    @Test
    void itListensOnLoopbackAlone() throws Exception {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port()).close())
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void whereItIsClosedNobodyListens() {
        int port = port();
        server.close();
        assertThatThrownBy(() -> new Socket(loopback(), port).close()).isInstanceOf(ConnectException.class);
    }

    @Test
    void aTokenIsOfOneServer() {
        try (ViewServer other = start()) {
            assertThat(token(other)).isNotEqualTo(token()).matches("[0-9a-f]{32}");
        }
    }

    private int port() {
        return URI.create(server.address()).getPort();
    }

    private String token() {
        return token(server);
    }

    private static String token(ViewServer of) {
        return of.address().replaceFirst(".*t=", "");
    }

    private HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/" + path));
    }

    private HttpRequest.Builder request(String path) {
        return bare(path).header("X-Baton-Token", token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode post(String path, String body, int status) throws Exception {
        return json(send(request(path).POST(HttpRequest.BodyPublishers.ofString(body))), status);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** The status of what no client of the JDK would send. */
    private int raw(String line, String host) throws IOException {
        try (Socket socket = new Socket(loopback(), port())) {
            String request = line + "\r\n" + host + "\r\nX-Baton-Token: " + token() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return Integer.parseInt(status.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }
}
